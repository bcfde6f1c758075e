package id.semai.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The way to the provider and back, for whoever lets people in; who has come back with a proof is still nobody here. */
@Component
@IfOffered
public class RoundTrip {

    public static final String START = "/masuk/akun";
    public static final String BACK = "/masuk/kembali";

    private static final String DESTINATION = "ke";

    private final SignOnSettings settings;
    private final Proofs proofs;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> questions =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    RoundTrip(SignOnSettings settings, Proofs proofs) {
        this.settings = settings;
        this.proofs = proofs;
    }

    /**
     * @param destination where somebody wants to go afterwards; if that is no page of ours, they go home
     * @throws Refusal if the provider cannot be asked
     */
    public ResponseEntity<Void> begin(
            String destination, String home, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest question = OAuth2AuthorizationRequest.from(proofs.question(request))
                .attributes(kept -> kept.put(DESTINATION, OwnPath.of(destination, home)))
                .build();
        questions.saveAuthorizationRequest(question, request, response);
        return goTo(question.getAuthorizationRequestUri());
    }

    /**
     * Whatever comes of it, the question has been answered.
     *
     * @throws Refusal if the answer proves nothing
     */
    public Arrival end(String state, String code, HttpServletRequest request, HttpServletResponse response) {
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
        return new Arrival(Claims.read(proof, settings), question.getAttribute(DESTINATION), farewell(request, proof));
    }

    private String farewell(HttpServletRequest request, OidcUser proof) {
        return proofs.farewell()
                .map(place -> Farewell.address(request, place, settings.clientId(), proof.getIdToken()))
                .orElse(null);
    }

    static ResponseEntity<Void> goTo(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
