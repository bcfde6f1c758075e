package id.semai.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers the request while it is served, before anybody logs in. */
@Configuration(proxyBeanMethods = false)
class Callers {

    private static final int BEFORE_EVERY_LOGIN = Ordered.HIGHEST_PRECEDENCE + 5;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> callerFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Remembering());
        registration.setOrder(BEFORE_EVERY_LOGIN);
        registration.setAsyncSupported(true);
        registration.setName("caller");
        return registration;
    }

    private static class Remembering extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Caller.enter(new Caller(request, response));
            try {
                chain.doFilter(request, response);
            } finally {
                Caller.leave();
            }
        }
    }
}
