package id.semai.dashboardpages;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@WithBoard
class LiveConfiguration {

    @Bean
    ServletRegistrationBean<LiveServlet> liveDashboard(Onlookers onlookers, Showings showings, Viewers viewers) {
        LiveServlet live = new LiveServlet(onlookers, showings, viewers, LiveServlet.LONGEST);
        return new ServletRegistrationBean<>(live, LiveServlet.PATH);
    }
}
