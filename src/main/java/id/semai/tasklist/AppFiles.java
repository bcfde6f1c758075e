package id.semai.tasklist;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** Has browsers ask whether a file is still the same: addresses of the web applications name Camunda's version only. */
@Configuration(proxyBeanMethods = false)
class AppFiles implements WebMvcConfigurer {

    private final String path;

    AppFiles(@Value("${camunda.bpm.webapp.application-path:/camunda}") String path) {
        this.path = path;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        WebContentInterceptor caching = new WebContentInterceptor();
        caching.addCacheMapping(CacheControl.noCache(), path + "/app/**");
        interceptors.addInterceptor(caching);
    }
}
