package id.semai.journal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Carries the trace context of a request (W3C Trace Context, header {@code traceparent}) to the events that the request
 * causes and to its log lines. What a job does later, by a timer for instance, belongs to no request and carries none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceContext extends OncePerRequestFilter {

    private static final String TRACEPARENT = "traceparent";

    /** Version, trace id, parent id, flags; ids of zeros only are invalid by the specification, so is version ff. */
    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Of the request under way on this thread; null if there is none or it is not traced. */
    static String current() {
        String traceparent = MDC.get(TRACEPARENT);
        return traceparent != null && VALID.matcher(traceparent).matches() ? traceparent : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String traceparent = request.getHeader(TRACEPARENT);
        if (traceparent == null || !VALID.matcher(traceparent).matches()) {
            chain.doFilter(request, response);
            return;
        }
        try (MDC.MDCCloseable closing = MDC.putCloseable(TRACEPARENT, traceparent)) {
            chain.doFilter(request, response);
        }
    }
}
