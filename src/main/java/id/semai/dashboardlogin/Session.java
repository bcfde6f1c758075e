package id.semai.dashboardlogin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Their being there, and the way out, at the address that the whole application has for it, too. */
@RestController
@Alone
class Session {

    static final String PATH = "/api/sesi";

    private final Guests guests;

    Session(Guests guests) {
        this.guests = guests;
    }

    /** Somebody is there. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> pulse(HttpServletRequest request) {
        guests.of(request).ifPresent(guests::touch);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping(PATH)
    ResponseEntity<Void> leave(HttpServletRequest request) {
        guests.leave(request);
        return ResponseEntity.noContent().build();
    }
}
