package id.semai.cases;

import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * An innovation at a glance, at an address that a message can name. For whoever is logged in to Tasklist (or sends HTTP
 * Basic) and may see the case; 401 without an account, 404 for a case that is not there or not theirs to see.
 */
@Controller
class CasePages {

    private final Timelines timelines;
    private final Visitors visitors;
    private final Clock clock;

    CasePages(Timelines timelines, Visitors visitors, Clock clock) {
        this.timelines = timelines;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/inovasi/{id}")
    String page(@PathVariable String id, Model model, HttpServletRequest request, HttpServletResponse response) {
        visitors.ask(request, response);
        return show("inovasi/halaman", id, model, request, response);
    }

    /** The journey alone, for the tab in Tasklist; that page has a login of its own, so none is asked for here. */
    @GetMapping("/inovasi/{id}/perjalanan")
    String journey(@PathVariable String id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return show("inovasi/perjalanan :: perjalanan", id, model, request, response);
    }

    private String show(
            String template, String id, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (!visitors.isKnown(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return "inovasi/masuk";
        }
        Optional<Timeline> found = timelines.find(id, request);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "inovasi/tidak-ada";
        }
        model.addAttribute("t", found.get());
        model.addAttribute("m", new Moments(found.get().unit().government().zone(), clock.instant()));
        return template;
    }
}
