package id.semai.people;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    Organisation organisation(PeopleSettings settings, ResourceLoader loader) {
        return read(settings, loader);
    }

    @Bean
    RoleIds roleIds(Organisation organisation) {
        return RoleIds.of(organisation);
    }

    static Organisation read(PeopleSettings settings, ResourceLoader loader) {
        String file = settings.people().file();
        Resource resource =
                file.matches("(classpath|file):.*") ? loader.getResource(file) : new FileSystemResource(file);
        return OrganisationFile.read(resource);
    }

    /** Nobody reaches the engine's REST without HTTP Basic; the web applications keep their own login. */
    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> restLogin(
            @Value("${spring.jersey.application-path:/engine-rest}") String root) {
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> login = new FilterRegistrationBean<>(new RestLogin());
        login.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                HttpBasicAuthenticationProvider.class.getName());
        login.addUrlPatterns(root + "/*");
        login.setName("restLogin");
        login.setAsyncSupported(true);
        login.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return login;
    }
}
