package id.semai.journal;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the event contract under {@code /contract/}, as files and as one readable page. */
@Configuration(proxyBeanMethods = false)
class ContractPages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/contract/**")
                .addResourceLocations("classpath:/contract/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/contract", "/contract/");
        registry.addViewController("/contract/").setViewName("forward:/contract/index.html");
    }
}
