package id.semai.signon;

import id.semai.accounts.Entrance;
import id.semai.people.LinkedAccounts;
import id.semai.people.NotAdmitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the provider and back: whoever comes back with a proof is logged in as by a password, all others read why not. */
@Controller
@IfOffered
class SignOn {

    static final String START = "/masuk/akun";
    static final String BACK = "/masuk/kembali";

    private static final Logger log = LoggerFactory.getLogger(SignOn.class);
    private static final String DESTINATION = "ke";

    private final SignOnSettings settings;
    private final Proofs proofs;
    private final LinkedAccounts accounts;
    private final Entrance entrance;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> questions =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    SignOn(SignOnSettings settings, Proofs proofs, LinkedAccounts accounts, Entrance entrance) {
        this.settings = settings;
        this.proofs = proofs;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @GetMapping(START)
    ResponseEntity<Void> start(
            @RequestParam(name = DESTINATION, required = false) String destination,
            HttpServletRequest request,
            HttpServletResponse response) {
        OAuth2AuthorizationRequest question = OAuth2AuthorizationRequest.from(proofs.question(request))
                .attributes(kept -> kept.put(DESTINATION, OwnPath.of(destination)))
                .build();
        questions.saveAuthorizationRequest(question, request, response);
        return goTo(question.getAuthorizationRequestUri());
    }

    @GetMapping(BACK)
    ResponseEntity<Void> back(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!entrance.isOpen(request)) {
            throw new ShutDoor();
        }
        OAuth2AuthorizationRequest question = questions.removeAuthorizationRequest(request, response);
        if (question == null) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "nothing was asked",
                    "Permintaan masuk ini sudah dipakai, kedaluwarsa, atau tidak dimulai di peramban ini. Mulailah lagi dari"
                            + " halaman masuk.",
                    null);
        }
        if (code == null) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "denied by the provider",
                    "Layanan akun " + settings.name() + " tidak mengizinkan Anda masuk, atau Anda membatalkannya.",
                    null);
        }
        OidcUser proof = proofs.proof(question, code, state);
        entrance.letIn(
                request,
                accounts.admit(Claims.read(proof, settings), settings.accounts().terms()));
        proofs.farewell().ifPresent(place -> Farewell.prepare(request, place, settings.clientId(), proof.getIdToken()));
        return goTo(question.getAttribute(DESTINATION));
    }

    @ExceptionHandler
    String refuse(Refusal refusal, HttpServletResponse response, Model model) {
        log.warn("Single sign-on: {} ({})", refusal.reason(), String.valueOf(refusal.getCause()));
        entrance.turnAway(null, refusal.reason());
        return page(refusal.status(), refusal.getMessage(), response, model);
    }

    /** Knocking leaves no trace, so that nobody fills the audit trail. */
    @ExceptionHandler
    String refuse(ShutDoor shut, HttpServletResponse response, Model model) {
        return page(HttpStatus.TOO_MANY_REQUESTS, shut.getMessage(), response, model);
    }

    /** Proved is who it is: the session of whoever was logged in here before ends, too. */
    @ExceptionHandler
    String refuse(NotAdmitted refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        entrance.turnAway(refusal.account().orElse(null), refusal.reason());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return page(refusal.status(), refusal.getMessage(), response, model);
    }

    private static String page(HttpStatus status, String sentence, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("sentence", sentence);
        return "masuk/ditolak";
    }

    private static ResponseEntity<Void> goTo(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
