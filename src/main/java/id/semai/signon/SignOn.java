package id.semai.signon;

import id.semai.accounts.Entrance;
import id.semai.openid.Arrival;
import id.semai.openid.IfOffered;
import id.semai.openid.Refusal;
import id.semai.openid.RefusalPage;
import id.semai.openid.RoundTrip;
import id.semai.openid.ShutDoor;
import id.semai.openid.SignOnSettings;
import id.semai.people.LinkedAccounts;
import id.semai.people.NotAdmitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever comes back from the provider with a proof is logged in as by a password, all others read why not. */
@Controller
@IfOffered
class SignOn {

    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final Logger log = LoggerFactory.getLogger(SignOn.class);
    private static final String LOGIN = "/camunda/app/tasklist/";

    private final SignOnSettings settings;
    private final RoundTrip trips;
    private final LinkedAccounts accounts;
    private final Entrance entrance;

    SignOn(SignOnSettings settings, RoundTrip trips, LinkedAccounts accounts, Entrance entrance) {
        this.settings = settings;
        this.trips = trips;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @GetMapping(RoundTrip.START)
    ResponseEntity<Void> start(
            @RequestParam(name = "ke", required = false) String destination,
            HttpServletRequest request,
            HttpServletResponse response) {
        return trips.begin(destination, TASKLIST, request, response);
    }

    @GetMapping(RoundTrip.BACK)
    ResponseEntity<Void> back(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!entrance.isOpen(request)) {
            throw new ShutDoor();
        }
        Arrival arrival = trips.end(state, code, request, response);
        entrance.letIn(request, accounts.admit(arrival.person(), terms()));
        return arrival.goOn(request);
    }

    private LinkedAccounts.Terms terms() {
        return new LinkedAccounts.Terms(
                settings.accounts().create(), settings.accounts().link());
    }

    @ExceptionHandler
    String refuse(Refusal refusal, HttpServletResponse response, Model model) {
        log.warn("Single sign-on: {} ({})", refusal.reason(), String.valueOf(refusal.getCause()));
        entrance.turnAway(null, refusal.reason());
        String sentence = refusal.status() == HttpStatus.SERVICE_UNAVAILABLE
                ? refusal.getMessage() + " Yang mempunyai kata sandi Semai tetap dapat masuk melalui Daftar Tugas."
                : refusal.getMessage();
        return RefusalPage.of(refusal.status(), sentence, LOGIN, response, model);
    }

    /** Knocking leaves no trace, so that nobody fills the audit trail. */
    @ExceptionHandler
    String refuse(ShutDoor shut, HttpServletResponse response, Model model) {
        return RefusalPage.of(HttpStatus.TOO_MANY_REQUESTS, shut.getMessage(), LOGIN, response, model);
    }

    /** Proved is who it is: the session of whoever was logged in here before ends, too. */
    @ExceptionHandler
    String refuse(NotAdmitted refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        entrance.turnAway(refusal.account().orElse(null), refusal.reason());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return RefusalPage.of(refusal.status(), refusal.getMessage(), LOGIN, response, model);
    }
}
