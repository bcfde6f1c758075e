package id.semai.journal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
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

    /** Browsers show these instead of offering to save them. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer types) {
        for (String ending : List.of("yaml", "ndjson", "md", "py")) {
            types.mediaType(ending, MediaType.TEXT_PLAIN);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new InUtf8()).addPathPatterns("/contract/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/contract", "/contract/");
        registry.addViewController("/contract/").setViewName("forward:/contract/index.html");
    }

    /** The files are full of "…" and "·"; without a word about it, browsers guess how text is encoded. */
    private static class InUtf8 implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            return true;
        }
    }
}
