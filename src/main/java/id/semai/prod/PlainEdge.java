package id.semai.prod;

import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What stands around any page of Semai's, also where there is no engine. Not annotated as a
 * configuration, or the application would have it twice: who wants it imports it.
 */
@Import({Proxies.class, SlowClients.class})
@EnableConfigurationProperties(NetworkSettings.class)
public class PlainEdge {

    @Bean
    FilterRegistrationBean<Filter> headerGuard() {
        return ProdConfiguration.at(0, new Headers());
    }

    @Bean
    FilterRegistrationBean<Filter> foreignSiteGuard() {
        return ProdConfiguration.at(1, new ForeignSites());
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitGuard() {
        return ProdConfiguration.at(2, new BodyLimit());
    }
}
