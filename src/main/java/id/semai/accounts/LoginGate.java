package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Caller;
import id.semai.audit.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
 * endpoints that look at one. Unknown accounts, wrong passwords and shut doors get the same answer after the same work.
 */
@Component
class LoginGate extends CommandInterceptor {

    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
    private static final int LONGEST_ID = 64;
    private static final String DUMMY = "a password that nobody has";

    private final Doors doors;
    private final Places places;
    private final Credentials credentials;
    private final AuditTrail trail;
    private final JdbcClient database;
    private final AtomicReference<ProcessEngineConfigurationImpl> engine = new AtomicReference<>();

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
                : (T) (Boolean) letIn((Command<Boolean>) command, field(command, "userId"), field(command, "password"), caller);
    }

    private boolean letIn(Command<Boolean> check, String account, String password, Caller caller) {
        boolean basic = isBasic(caller.request());
        if (account == null || password == null || !canExist(account)) {
            return pretend();
        }
        if (basic && credentials.areKnown(account, password, places.doorAt(account, caller))) {
            return true;
        }
        List<Door> asked = places.doors(account, caller);
        if (!doors.enter(asked)) {
            return pretend();
        }
        if (Boolean.TRUE.equals(next.execute(check))) {
            welcome(account, password, asked, caller, basic);
            return true;
        }
        refuse(account, asked);
        return false;
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
        boolean known = database.sql("select exists (select from act_id_user where id_ = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
        if (!known) {
            pretend();
        }
        String named = known ? account : null;
        trail.append(Kind.REFUSED_LOGIN, null, "Wrong password", named, known ? null : "unknown account");
        doors.shut(asked).forEach(door -> trail.append(Kind.SHUT, null, "Shut " + door.name(), named, null));
    }

    /** The work of looking at a password. */
    private boolean pretend() {
        engine.get().getPasswordManager().encrypt(DUMMY);
        return false;
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
