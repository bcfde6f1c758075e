package id.semai.dashboardlogin;

import id.semai.openid.Arrival;
import id.semai.openid.IfOffered;
import id.semai.openid.RoundTrip;
import id.semai.openid.ShutDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in through a provider, at the addresses that the whole application has for it, too. */
@Controller
@Alone
@IfOffered
class Login {

    static final String HOME = "/dasbor";

    private static final Logger log = LoggerFactory.getLogger(Login.class);
    /** For as long as somebody may take to log in at the provider. */
    private static final Duration QUESTION = Duration.ofMinutes(10);

    private final RoundTrip trips;
    private final Guests guests;
    private final Knocks knocks;

    Login(RoundTrip trips, Guests guests, Knocks knocks) {
        this.trips = trips;
        this.guests = guests;
        this.knocks = knocks;
    }

    @GetMapping(RoundTrip.START)
    ResponseEntity<Void> start(
            @RequestParam(name = "ke", required = false) String destination,
            HttpServletRequest request,
            HttpServletResponse response) {
        ResponseEntity<Void> answer = trips.begin(destination, HOME, request, response);
        HttpSession session = request.getSession(false);
        if (session != null && session.isNew()) {
            session.setMaxInactiveInterval((int) QUESTION.toSeconds());
        }
        return answer;
    }

    @GetMapping(RoundTrip.BACK)
    ResponseEntity<Void> back(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!knocks.enter(request.getRemoteAddr())) {
            throw new ShutDoor();
        }
        Arrival arrival = trips.end(state, code, request, response);
        knocks.forgiven(request.getRemoteAddr());
        guests.letIn(request, arrival.person());
        log.info("Single sign-on: somebody was let in");
        return arrival.goOn(request);
    }
}
