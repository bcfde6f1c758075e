package id.semai.people;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who may see and do what, switched on in the engine whatever its settings say. */
@Component
@Order(PeopleEnginePlugin.AFTER_THE_STARTERS_OWN)
class PeopleEnginePlugin extends AbstractProcessEnginePlugin {

    static final int AFTER_THE_STARTERS_OWN = 100;

    /** Camunda's default knows neither {@code kepala.dikbud} nor {@code unit-head}. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._-]*";

    private final UnitTenants tenants;

    PeopleEnginePlugin(UnitTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setResourceAuthorizationProvider(new RoleGrants());
        engine.setTenantCheckEnabled(true);
        engine.setCommandCheckers(List.of(UnitBoundary.create(), new AuthorizationCommandChecker()));
        engine.setTenantIdProvider(tenants);
        engine.setGeneralResourceWhitelistPattern(IDS);
    }
}
