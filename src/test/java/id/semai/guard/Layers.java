package id.semai.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;

/**
 * Lets a test take away single layers of defence of the running application for a while, by the names of their beans, of
 * Camunda's filters, or of what {@link Settings} and {@link Absences} know how to take away.
 */
@TestComponent
public class Layers implements BeanPostProcessor, ApplicationContextAware {

    public static final String SPELLING = "spellingGuard";
    public static final String ACCESS = "accessGuard";
    public static final String BODIES = "bodyGuard";
    public static final String QUERIES = "queryGuard";
    public static final String IDENTITIES = "identityGuard";
    public static final String REMARKS = "remarkGuard";
    public static final String HEADERS = "headerGuard";

    static final String LOGIN = "restLogin";
    static final String SESSIONS = "sessionGuard";
    static final String FIRST_PASSWORDS = "firstPasswordGuard";
    public static final String SITES = "foreignSiteGuard";
    static final String LENGTH = "bodyLimitGuard";
    static final String ROWS = "listLimitGuard";
    static final String GATE = "taskGate";
    static final String PASSWORD_GATE = "passwordGate";
    /** That what people deploy goes through the folder of models. */
    static final String FOLDER = "deploymentGate";

    static final String TOKENS = "CsrfPreventionFilter";
    static final String SCRIPT_POLICY = "HttpHeaderSecurity";
    /** That our resources take a body only if it says that it is JSON. */
    static final String JSON_ONLY = "only JSON";

    private static final Set<String> FILTERS =
            Set.of(SPELLING, ACCESS, BODIES, LOGIN, SESSIONS, FIRST_PASSWORDS, HEADERS, SITES, LENGTH, ROWS);
    private static final Set<String> FILTERS_OF_CAMUNDA = Set.of(TOKENS, SCRIPT_POLICY);
    private static final Set<String> INTERCEPTORS = Set.of(QUERIES, IDENTITIES, REMARKS, GATE, PASSWORD_GATE, FOLDER);

    private volatile Set<String> off = Set.of();
    private ApplicationContext application;

    @Override
    public void setApplicationContext(ApplicationContext application) {
        this.application = application;
    }

    /** All others stand. */
    public <T> T without(Set<String> layers, Callable<T> attack) {
        Deque<Runnable> back = new ArrayDeque<>();
        off = Set.copyOf(layers);
        try {
            layers.forEach(layer -> back.push(Settings.off(layer, application)));
            return attack.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            back.forEach(Runnable::run);
            off = Set.of();
        }
    }

    /** For what stands in the database, which a test takes away by itself. */
    boolean stands(String layer) {
        return !off.contains(layer);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (FILTERS.contains(name)) {
            return new SwitchableRegistration(name, (FilterRegistrationBean<Filter>) bean);
        }
        if (bean instanceof CamundaBpmWebappInitializer webapps) {
            return (ServletContextInitializer) context -> initialize(webapps, context);
        }
        if (Absences.of(name) != null) {
            return absent(name, bean);
        }
        return INTERCEPTORS.contains(name) ? switchable(name, (CommandInterceptor) bean) : bean;
    }

    private Object switchable(String name, CommandInterceptor layer) {
        return proxy(
                layer,
                call -> off.contains(name) && call.getMethod().getName().equals("execute")
                        ? layer.getNext().execute((Command<?>) call.getArguments()[0])
                        : call.proceed());
    }

    private Object absent(String name, Object bean) {
        return proxy(bean, call -> Absences.of(name).instead(call, off, application));
    }

    private static Object proxy(Object bean, MethodInterceptor advice) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(advice);
        return proxy.getProxy();
    }

    private void initialize(CamundaBpmWebappInitializer webapps, ServletContext context) throws ServletException {
        webapps.onStartup((ServletContext) Proxy.newProxyInstance(
                Layers.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (self, method, given) -> {
                    if (method.getName().equals("addFilter")
                            && FILTERS_OF_CAMUNDA.contains(given[0])
                            && given[1] instanceof Class<?> filter) {
                        return context.addFilter((String) given[0], new Switchable((String) given[0], (Filter)
                                filter.getDeclaredConstructor().newInstance()));
                    }
                    try {
                        return method.invoke(context, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
        context.addFilter(JSON_ONLY, this::takeAnything)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/api/*");
    }

    private void takeAnything(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(off.contains(JSON_ONLY) ? new SaidToBeJson((HttpServletRequest) request) : request, response);
    }

    /** Holds the filter itself, which is not registered a second time then. */
    private class SwitchableRegistration extends FilterRegistrationBean<Filter> {

        private final String name;

        SwitchableRegistration(String name, FilterRegistrationBean<Filter> registration) {
            super(registration.getFilter());
            this.name = name;
            setUrlPatterns(registration.getUrlPatterns());
            setInitParameters(registration.getInitParameters());
            setAsyncSupported(registration.isAsyncSupported());
            setOrder(registration.getOrder());
        }

        @Override
        protected FilterRegistration.Dynamic addRegistration(String description, ServletContext context) {
            return context.addFilter(name, new Switchable(name, getFilter()));
        }
    }

    private class Switchable implements Filter {

        private final String name;
        private final Filter layer;

        Switchable(String name, Filter layer) {
            this.name = name;
            this.layer = layer;
        }

        @Override
        public void init(FilterConfig config) throws ServletException {
            layer.init(config);
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

    private static class SaidToBeJson extends HttpServletRequestWrapper {

        private static final String JSON = "application/json";

        SaidToBeJson(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return JSON;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase("Content-Type") ? JSON : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Content-Type")
                    ? Collections.enumeration(List.of(JSON))
                    : super.getHeaders(name);
        }
    }
}
