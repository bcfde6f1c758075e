package id.semai.guard;

import id.semai.people.Visitors;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;

/**
 * Stands before everything else that looks at a request: first its spelling, then, behind the login of REST, whether this
 * person may call this path at all, then what the body brings.
 */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int AFTER_LOGIN = Ordered.HIGHEST_PRECEDENCE + 110;

    @Bean
    AccessList accessList(@Value("classpath:guard/who-may-call-what.txt") Resource list, GuardSettings settings)
            throws IOException {
        return AccessList.read(
                list.getContentAsString(StandardCharsets.UTF_8),
                Map.of(
                        "engine", List.of("/engine-rest", "/camunda/api/engine/engine/default"),
                        "app", List.of("tasklist", "welcome"),
                        "office", List.of("cockpit", "admin"),
                        "health", List.of(String.join(" ", settings.health())),
                        "metrics", List.of(String.join(" ", settings.metrics()))));
    }

    @Bean
    FilterRegistrationBean<Filter> spellingGuard() {
        return before(new RequestSpelling(), FIRST, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> accessGuard(AccessList list, Visitors visitors) {
        return before(new Doorkeeper(list, visitors), AFTER_LOGIN, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> bodyGuard() {
        return before(new QueryBodies(), AFTER_LOGIN + 1, "/engine-rest/*", "/camunda/api/*");
    }

    private static FilterRegistrationBean<Filter> before(Filter guard, int order, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(guard);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
