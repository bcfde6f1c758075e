package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Caller;
import id.semai.audit.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every password that comes in by a request passes here: Tasklist's login, HTTP Basic on whichever path, the engine's own
 * endpoints that look at one. Unknown accounts, wrong passwords and shut doors get the same answer after about the same time.
 */
@Component
class LoginGate extends CommandInterceptor {

    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
    private static final int LONGEST_ID = 64;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final String DUMMY = "a password that nobody has";

    private final Doors doors;
    private final Places places;
    private final Credentials credentials;
    private final AuditTrail trail;
    private final JdbcClient database;
    private final AtomicReference<ProcessEngineConfigurationImpl> engine = new AtomicReference<>();
    private volatile long usualNanos;

    LoginGate(Doors doors, Places places, Credentials credentials, AuditTrail trail, JdbcClient database) {
        this.doors = doors;
        this.places = places;
        this.credentials = credentials;
        this.trail = trail;
        this.database = database;
    }

    void of(ProcessEngineConfigurationImpl configuration) {
        engine.set(configuration);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        Caller caller = command instanceof CheckPassword ? Caller.current().orElse(null) : null;
        return caller == null
                ? next.execute(command)
                : (T) (Boolean)
                        letIn((Command<Boolean>) command, field(command, "userId"), field(command, "password"), caller);
    }

    private boolean letIn(Command<Boolean> check, String account, String password, Caller caller) {
        boolean basic = isBasic(caller.request());
        if (account == null || password == null) {
            return false;
        }
        if (basic && canExist(account) && credentials.areKnown(account, password, places.doorAt(account, caller))) {
            return true;
        }
        List<Door> asked = canExist(account) ? places.doors(account, caller) : places.strangersDoors(account, caller);
        if (!doors.enter(asked)) {
            // As long as a look at a password takes, and none of the server's time.
            LockSupport.parkNanos(usualNanos);
            return false;
        }
        long began = System.nanoTime();
        boolean right = canExist(account) && next.execute(check);
        if (right) {
            welcome(account, password, asked, caller, basic);
        } else {
            refuse(account, asked);
        }
        usualNanos = Math.min(System.nanoTime() - began, LONGEST_WAIT.toNanos());
        return right;
    }

    private void welcome(String account, String password, List<Door> asked, Caller caller, boolean basic) {
        boolean inBrowser = LOGIN.matcher(caller.request().getRequestURI()).matches();
        doors.right(asked);
        if (inBrowser || basic) {
            places.remember(account, caller, inBrowser);
            trail.append(Kind.LOGIN, account, inBrowser ? "Login" : "Login (HTTP Basic)", null, null);
        }
        if (basic) {
            credentials.remember(account, password, places.doorAt(account, caller));
        }
    }

    private void refuse(String account, List<Door> asked) {
        boolean known = canExist(account)
                && database.sql("select exists (select from act_id_user where id_ = ?)")
                        .param(account)
                        .query(Boolean.class)
                        .single();
        if (!known) {
            engine.get().getPasswordManager().encrypt(DUMMY);
        }
        String named = known ? account : null;
        trail.append(Kind.REFUSED_LOGIN, null, "Wrong password", named, known ? null : "unknown account");
        doors.shut(asked).forEach(door -> trail.append(Kind.SHUT, null, "Shut " + door.name(), named, null));
    }

    /** PostgreSQL keeps no NUL, and no account's name is longer. */
    private static boolean canExist(String account) {
        return account.length() <= LONGEST_ID && account.indexOf('\0') < 0;
    }

    private static boolean isBasic(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith("Basic ");
    }

    private static String field(Command<?> command, String name) {
        return (String) PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue(name);
    }
}
