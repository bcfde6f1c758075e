package id.semai.dashboardpages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The board as a page; 401 with the way to the login for whom nothing is to be seen. */
@Controller
@WithBoard
class DashboardPage {

    private final Onlookers onlookers;

    DashboardPage(Onlookers onlookers) {
        this.onlookers = onlookers;
    }

    @GetMapping("/dasbor")
    String page(Model page, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.addAttribute("english", Question.isEnglish(request));
        Sight sight = onlookers.sight(request);
        if (sight.isNothing()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return "dasbor/masuk";
        }
        page.addAttribute("scope", scope(sight));
        return "dasbor/halaman";
    }

    private static String scope(Sight sight) {
        if (!sight.details()) {
            return "umum";
        }
        if (sight.units() == null) {
            return "semua";
        }
        return sight.units().isEmpty() ? "tanpaUnit" : "unit";
    }
}
