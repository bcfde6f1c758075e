package id.semai.tasklist;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/**
 * How long browsers keep the web applications' files. Libraries stay, since their address names Camunda's version. The
 * applications themselves hold files of ours under the same addresses, so browsers ask each time, by what the file holds:
 * by its age they would keep a newer one after Semai was set back to an older release.
 */
@Configuration(proxyBeanMethods = false)
class AppFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

    private final String path;

    AppFiles(@Value("${camunda.bpm.webapp.application-path:/camunda}") String path) {
        this.path = path;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        WebContentInterceptor caching = new WebContentInterceptor();
        caching.addCacheMapping(CacheControl.noCache(), path + "/app/**");
        caching.addCacheMapping(FOR_A_YEAR, path + "/lib/**");
        interceptors.addInterceptor(caching);
    }

    /** Weak, for a strong one keeps the server from compressing. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> appFileTags() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(tags);
        registration.addUrlPatterns(path + "/app/*");
        return registration;
    }
}
