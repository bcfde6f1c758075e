package id.semai.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriUtils;

/** For the pages that ask for a login: a link that leads back to the page itself. */
@ControllerAdvice
class LoginButton {

    private final Offer offer;

    LoginButton(ObjectProvider<Offer> offers) {
        this.offer = offers.getIfAvailable();
    }

    /** Null if these pages have no way in of their own. */
    @ModelAttribute("signOn")
    Link link(HttpServletRequest request) {
        return offer == null ? null : linkBackTo(request);
    }

    private Link linkBackTo(HttpServletRequest request) {
        return new Link(
                offer.name(),
                RoundTrip.START + "?ke=" + UriUtils.encode(request.getRequestURI(), StandardCharsets.UTF_8));
    }

    record Link(String name, String href) {}
}
