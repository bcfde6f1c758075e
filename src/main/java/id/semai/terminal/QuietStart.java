package id.semai.terminal;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The parts of the application that a command needs, with the application's settings and without its log. */
public final class QuietStart {

    private static final Map<String, Object> QUIETLY = Map.of(
            "logging.level.root", "WARN",
            "logging.level.org.apache.kafka", "ERROR",
            "logging.level.com.zaxxer.hikari", "OFF",
            "logging.level.org.springframework.boot.SpringApplication", "OFF",
            "logging.level.org.springframework.boot.diagnostics", "OFF",
            "spring.datasource.hikari.connection-timeout", "5000");

    private QuietStart() {}

    /** @param settings what was typed for Spring: {@code --name.with.dots=value} */
    public static int with(List<String> settings, ToIntFunction<ApplicationContext> command, Class<?>... parts) {
        SpringApplication application = new SpringApplication(parts);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(QUIETLY);
        // They guard the start of servers, and none is started here.
        application.setInitializers(List.of());
        try (ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new))) {
            return command.applyAsInt(context);
        }
    }
}
