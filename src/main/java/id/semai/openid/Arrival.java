package id.semai.openid;

import id.semai.people.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/**
 * Somebody has come back from the provider with a proof.
 *
 * @param destination the page of ours that they wanted to open
 * @param farewell where their session at the provider is ended; null if there is no such place
 */
public record Arrival(Vouched person, String destination, String farewell) {

    /** To be called once their session has begun: its logout leads to the provider's, too. */
    public ResponseEntity<Void> goOn(HttpServletRequest request) {
        if (farewell != null) {
            Farewell.prepare(request, farewell);
        }
        return RoundTrip.goTo(destination);
    }
}
