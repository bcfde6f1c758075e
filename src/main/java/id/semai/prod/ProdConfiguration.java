package id.semai.prod;

import jakarta.servlet.Filter;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class ProdConfiguration {

    @Bean
    FilterRegistrationBean<Filter> headerGuard() {
        return at(0, new Headers());
    }

    @Bean
    FilterRegistrationBean<Filter> foreignSiteGuard() {
        return at(1, new ForeignSites());
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitGuard() {
        return at(2, new BodyLimit());
    }

    @Bean
    FilterRegistrationBean<Filter> listLimitGuard() {
        return at(108, new ListLimit());
    }

    /** Before anything is written to the database. */
    @Bean
    @Profile("prod")
    FlywayMigrationStrategy onlyAsModestRole(DataSource database) {
        return flyway -> {
            DatabaseRole.requireModest(database);
            flyway.migrate();
        };
    }

    static FilterRegistrationBean<Filter> at(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
