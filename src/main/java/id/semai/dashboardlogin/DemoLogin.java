package id.semai.dashboardlogin;

import id.semai.openid.OwnPath;
import id.semai.openid.RoundTrip;
import id.semai.openid.ShutDoor;
import id.semai.people.Reaches;
import id.semai.people.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in with an account of the demo that runs on the same machine. */
@Controller
@Alone
@IfDemo
class DemoLogin {

    private static final String FORM = "masuk/peragaan";

    private final Reaches people;
    private final Guests guests;
    private final Knocks knocks;

    DemoLogin(Reaches people, Guests guests, Knocks knocks) {
        this.people = people;
        this.guests = guests;
        this.knocks = knocks;
    }

    @GetMapping(RoundTrip.START)
    String form(
            @RequestParam(name = "ke", defaultValue = "") String destination,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("destination", OwnPath.of(destination, Login.HOME));
        return FORM;
    }

    @PostMapping(RoundTrip.START)
    String enter(
            @RequestParam(name = "akun", defaultValue = "") String name,
            @RequestParam(name = "sandi", defaultValue = "") String password,
            @RequestParam(name = "ke", defaultValue = "") String destination,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!knocks.enter(request.getRemoteAddr())) {
            throw new ShutDoor();
        }
        Optional<Vouched> account = people.demoAccount(name.strip(), password);
        if (account.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("refused", true);
            model.addAttribute("name", name);
            return form(destination, response, model);
        }
        knocks.forgiven(request.getRemoteAddr());
        guests.letIn(request, account.get());
        return "redirect:" + OwnPath.of(destination, Login.HOME);
    }
}
