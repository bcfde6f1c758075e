package id.semai.dashboardlogin;

import id.semai.accounts.AccountSettings;
import id.semai.people.Reaches;
import id.semai.people.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Who is logged in, in the memory of this process alone. As in the whole application only opening a page, and keys and
 * pointers, keep a session, and a logout ends all sessions of its person.
 */
@Component
@Alone
class Guests {

    private static final String GUEST = Guest.class.getName();

    private final Reaches reaches;
    private final AccountSettings settings;
    private final Clock clock;
    private final Map<String, Instant> left = new ConcurrentHashMap<>();

    Guests(Reaches reaches, AccountSettings settings, Clock clock) {
        this.reaches = reaches;
        this.settings = settings;
        this.clock = clock;
    }

    /** In a new session: nobody has prepared it. */
    void letIn(HttpServletRequest request, Vouched person) {
        end(request);
        request.getSession().setAttribute(GUEST, new Guest(person.link(), reaches.reach(person), clock.instant()));
    }

    Optional<Guest> of(HttpServletRequest request) {
        Optional<Guest> guest = inSession(request);
        if (guest.filter(this::isOver).isPresent()) {
            end(request);
            return Optional.empty();
        }
        guest.filter(somebody -> isOpeningAPage(request)).ifPresent(this::touch);
        return guest;
    }

    void touch(Guest guest) {
        guest.touch(clock.instant());
    }

    void leave(HttpServletRequest request) {
        inSession(request).ifPresent(guest -> {
            Instant now = clock.instant();
            left.values().removeIf(moment -> moment.plus(settings.longest()).isBefore(now));
            left.put(guest.link(), now);
        });
        end(request);
    }

    private boolean isOver(Guest guest) {
        Instant logout = left.get(guest.link());
        return guest.isOver(clock.instant(), settings) || logout != null && guest.cameBefore(logout);
    }

    private static Optional<Guest> inSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session == null ? Optional.empty() : Optional.ofNullable((Guest) session.getAttribute(GUEST));
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            if (session != null) {
                session.invalidate();
            }
        } catch (IllegalStateException endedMeanwhile) {
            // By another request of the same browser.
        }
    }

    private static boolean isOpeningAPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.startsWith(MediaType.TEXT_HTML_VALUE);
    }
}
