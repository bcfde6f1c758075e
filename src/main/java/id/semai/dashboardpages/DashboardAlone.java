package id.semai.dashboardpages;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.Ordered;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The dashboard without the rest of Semai: public figures, from nothing but a Kafka address, and more for whom somebody else
 * lets in. Not annotated as a configuration, or the whole application would find it, too.
 */
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class},
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
        })
@ComponentScan({"id.semai.intake", "id.semai.figures", "id.semai.dashboardpages"})
@ConfigurationPropertiesScan({"id.semai.intake", "id.semai.figures", "id.semai.dashboardpages"})
public class DashboardAlone {

    /** Name of the bean that knows what strangers see. */
    public static final String EVERYBODY = "everybody";

    private static final String PROFILE = "dashboard";

    /** Whether the profile {@code dashboard} is asked for, by an argument, a system property or the environment. */
    public static boolean meant(String[] arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return List.of(environment.getActiveProfiles()).contains(PROFILE);
    }

    /**
     * @param edge configuration of what stands around any page: headers, and clients that are slow on purpose
     * @param login configuration of who is let in, and how
     */
    public static ConfigurableApplicationContext run(String[] arguments, Class<?> edge, Class<?> login) {
        SpringApplication application = new SpringApplication(DashboardAlone.class, edge, login);
        // The one on the class path is the engine's.
        application.setBannerMode(Banner.Mode.OFF);
        return application.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Whoever is let in by nobody. */
    @Bean(EVERYBODY)
    Onlookers everybody(@Value("${semai.dashboard.public:true}") boolean open) {
        return request -> open ? Sight.PUBLIC : Sight.NOTHING;
    }

    @Bean
    FilterRegistrationBean<OnlyLooking> onlyLooking(ObjectProvider<Ways> besides) {
        OnlyLooking looking = new OnlyLooking(besides.getIfAvailable(() -> new Ways(Set.of())));
        FilterRegistrationBean<OnlyLooking> filter = new FilterRegistrationBean<>(looking);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        filter.setAsyncSupported(true);
        return filter;
    }
}
