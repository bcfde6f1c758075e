package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.people.Visitors;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    private static final int BEFORE_EVERY_LOGIN = Ordered.HIGHEST_PRECEDENCE + 20;
    private static final int AFTER_LOGIN = Ordered.HIGHEST_PRECEDENCE + 105;

    @Bean
    Sessions sessions(Standings standings, AuditTrail trail, AccountSettings settings, Clock clock) {
        return new Sessions(standings, trail, settings, clock);
    }

    @Bean
    FirstPasswords firstPasswords(Standings standings, Visitors visitors, IdentityService identities) {
        return new FirstPasswords(standings, visitors, identities);
    }

    @Bean
    FilterRegistrationBean<Filter> sessionGuard(Sessions sessions) {
        return at(BEFORE_EVERY_LOGIN, sessions);
    }

    @Bean
    FilterRegistrationBean<Filter> firstPasswordGuard(FirstPasswords firstPasswords) {
        return at(AFTER_LOGIN, firstPasswords);
    }

    private static FilterRegistrationBean<Filter> at(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
