package id.semai.openid;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@IfOffered
class OpenIdConfiguration {

    /** Before whatever ends the session. */
    private static final int BEFORE_EVERY_LOGOUT = Ordered.HIGHEST_PRECEDENCE + 15;

    @Bean
    Offer offer(SignOnSettings settings) {
        return new Offer(settings.name());
    }

    @Bean
    FilterRegistrationBean<Filter> farewell() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new Farewell());
        registration.addUrlPatterns(Farewell.PATHS);
        registration.setOrder(BEFORE_EVERY_LOGOUT);
        registration.setAsyncSupported(true);
        return registration;
    }
}
