package id.semai.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Whoever the request that is being served comes from; behind a declared proxy the address is the forwarded one. */
public record Caller(HttpServletRequest request, HttpServletResponse response) {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    /** Empty while the application does something by itself. */
    public static Optional<Caller> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    static void enter(Caller caller) {
        CURRENT.set(caller);
    }

    static void leave() {
        CURRENT.remove();
    }

    public String address() {
        return request.getRemoteAddr();
    }
}
