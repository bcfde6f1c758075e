package id.semai.signon;

import id.semai.accounts.Entrance;
import id.semai.openid.RoundTrip;
import id.semai.openid.SignOnSettings;
import id.semai.openid.Unguarded;
import id.semai.people.LinkedAccounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The same for what happens to accounts and sessions once somebody has come back. */
final class UnguardedAccounts extends Unguarded {

    UnguardedAccounts(ApplicationContext application, Set<Layer> off) {
        super(application, off);
        if (off.contains(Layer.NEW_SESSION)) {
            put(application.getBean(SignOn.class), "entrance", inTheSameSession(application.getBean(Entrance.class)));
        }
        if (off.contains(Layer.TAKING_AWAY)) {
            LinkedAccounts accounts = application.getBean(LinkedAccounts.class);
            put(accounts, "identities", onlyGiving(get(accounts, "identities")));
        }
    }

    /** With other settings. */
    UnguardedAccounts(ApplicationContext application, SignOnSettings settings) {
        super(application, Set.of());
        put(application.getBean(SignOn.class), "settings", settings);
        put(application.getBean(RoundTrip.class), "settings", settings);
    }

    private static Entrance inTheSameSession(Entrance entrance) {
        return proxy(entrance, call -> {
            if (call.getMethod().getName().equals("letIn")) {
                call.getArguments()[0] = new Endless((HttpServletRequest) call.getArguments()[0]);
            }
            return call.proceed();
        });
    }

    private static <T> T onlyGiving(T identities) {
        return proxy(
                identities,
                call -> call.getMethod().getName().matches("delete(TenantUser)?Membership") ? null : call.proceed());
    }
}
