package id.semai.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

/** Lets a test take away single layers of defence of the running application for a while, by the names of their beans. */
@TestComponent
public class Layers implements BeanPostProcessor {

    public static final String SPELLING = "spellingGuard";
    public static final String ACCESS = "accessGuard";
    public static final String BODIES = "bodyGuard";
    public static final String QUERIES = "queryGuard";
    public static final String IDENTITIES = "identityGuard";
    public static final String REMARKS = "remarkGuard";

    private static final Set<String> FILTERS = Set.of(SPELLING, ACCESS, BODIES);
    private static final Set<String> INTERCEPTORS = Set.of(QUERIES, IDENTITIES, REMARKS);

    private volatile Set<String> off = Set.of();

    /** All others stand. */
    public <T> T without(Set<String> layers, Callable<T> attack) {
        off = Set.copyOf(layers);
        try {
            return attack.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            off = Set.of();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (FILTERS.contains(name)) {
            FilterRegistrationBean<Filter> registration = (FilterRegistrationBean<Filter>) bean;
            registration.setName(name);
            registration.setFilter(new Switchable(name, registration.getFilter()));
        }
        return INTERCEPTORS.contains(name) ? switchable(name, (CommandInterceptor) bean) : bean;
    }

    private Object switchable(String name, CommandInterceptor layer) {
        ProxyFactory proxy = new ProxyFactory(layer);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor)
                call -> off.contains(name) && call.getMethod().getName().equals("execute")
                        ? layer.getNext().execute((Command<?>) call.getArguments()[0])
                        : call.proceed());
        return proxy.getProxy();
    }

    private class Switchable implements Filter {

        private final String name;
        private final Filter layer;

        Switchable(String name, Filter layer) {
            this.name = name;
            this.layer = layer;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (off.contains(name)) {
                chain.doFilter(request, response);
            } else {
                layer.doFilter(request, response, chain);
            }
        }
    }
}
