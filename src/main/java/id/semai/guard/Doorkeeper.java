package id.semai.guard;

import id.semai.people.Visitors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets pass what the list of who may call what grants, and nothing else: what stands behind is not trusted to refuse. */
class Doorkeeper extends OncePerRequestFilter {

    private final AccessList list;
    private final Visitors visitors;

    Doorkeeper(AccessList list, Visitors visitors) {
        this.list = list;
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Verdict verdict = list.ask(request.getMethod(), request.getRequestURI(), new Visitor(visitors, request));
        if (verdict == Verdict.GRANTED) {
            chain.doFilter(request, response);
        } else {
            Refused.answer(response, verdict.status, verdict.sentence);
        }
    }

    private record Visitor(Visitors visitors, HttpServletRequest request) implements Caller {

        @Override
        public boolean isKnown() {
            return visitors.isKnown(request);
        }

        @Override
        public Set<String> roles() {
            return visitors.roles(request);
        }
    }
}
