package id.semai.guard;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Stands before everything else that looks at a request; bodies are read after REST's login only. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int AFTER_LOGIN = Ordered.HIGHEST_PRECEDENCE + 110;

    @Bean
    RequestSpelling requestSpelling() {
        return new RequestSpelling();
    }

    @Bean
    ClosedPaths closedPaths() {
        return new ClosedPaths();
    }

    @Bean
    QueryBodies queryBodies() {
        return new QueryBodies();
    }

    @Bean
    FilterRegistrationBean<Filter> spellingGuard(RequestSpelling guard) {
        return before(guard, FIRST, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> pathGuard(ClosedPaths guard) {
        return before(guard, FIRST + 1, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> bodyGuard(QueryBodies guard) {
        return before(guard, AFTER_LOGIN, "/engine-rest/*", "/camunda/api/*");
    }

    private static FilterRegistrationBean<Filter> before(Filter guard, int order, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(guard);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
