package id.semai.accounts;

import id.semai.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Passwords, logins and who changes accounts, as the engine goes through them. */
@Component
@Order(AccountsEnginePlugin.BEFORE_THE_ENGINES_EDGE)
class AccountsEnginePlugin extends AbstractProcessEnginePlugin {

    /** Its gates look at commands, which the edge wraps into others. */
    static final int BEFORE_THE_ENGINES_EDGE = 90;

    /** Everybody knows its password, and it has to start quickly. */
    private static final int ITERATIONS_OF_A_DEMO = 1_000;

    private final LoginGate logins;
    private final PasswordGate passwords;
    private final OperationTrail operations;
    private final Standings standings;
    private final AuditTrail trail;
    private final boolean demo;

    AccountsEnginePlugin(
            LoginGate logins,
            PasswordGate passwords,
            OperationTrail operations,
            Standings standings,
            AuditTrail trail,
            Environment environment,
            @Value("${semai.embedded.enabled:true}") boolean embedded) {
        this.logins = logins;
        this.passwords = passwords;
        this.operations = operations;
        this.standings = standings;
        this.trail = trail;
        this.demo = embedded && !environment.acceptsProfiles(Profiles.of("prod"));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        logins.of(engine);
        engine.setPasswordEncryptor(new SlowHash(demo ? ITERATIONS_OF_A_DEMO : SlowHash.IN_EARNEST));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new PasswordRules());
        // Camunda would lock an account for ever, and let anybody do that; the gate shuts doors instead.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setIdentityProviderSessionFactory(new Identities());
        engine.getCustomHistoryEventHandlers().add(operations);
        engine.setCustomPreCommandInterceptorsTxRequired(
                before(engine.getCustomPreCommandInterceptorsTxRequired(), passwords, logins));
    }

    private static List<CommandInterceptor> before(List<CommandInterceptor> present, CommandInterceptor... first) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(first));
        if (present != null) {
            all.addAll(present);
        }
        return all;
    }

    private class Identities implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WatchedIdentities.class;
        }

        @Override
        public Session openSession() {
            return new WatchedIdentities(standings, trail, demo);
        }
    }
}
