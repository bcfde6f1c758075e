package id.semai.people;

import id.semai.journal.Units;
import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Every process instance belongs to a unit, or it is not started: rows without a tenant would be visible to everybody.
 *
 * <p>A called process belongs to its caller's unit. One that a running process starts belongs to the unit that the
 * variable {@code unit} names, within the same government, else to the unit of the process that starts it. One that a
 * person starts belongs to that person's own unit, whatever the variables say.
 */
@Component
class UnitTenants implements TenantIdProvider {

    /** Key of the user info that names the unit where somebody works who sees several. */
    static final String HOME = "unit";

    private static final String UNIT = "unit";

    private final Units units;
    private final Organisation organisation;

    UnitTenants(Units units, Organisation organisation) {
        this.units = units;
        this.organisation = organisation;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getSuperExecution() != null) {
            return tenantOf(start.getSuperExecution());
        }
        BpmnExecutionContext running = Context.getBpmnExecutionContext();
        if (running != null) {
            return unitStartedFrom(tenantOf(running.getExecution()), start);
        }
        return ownUnit(start);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        throw new ProcessEngineException("Semai tidak menjalankan model CMMN.");
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        if (decision.getExecution() == null) {
            throw new ProcessEngineException(
                    "Tabel keputusan «" + decision.getDecisionDefinition().getKey()
                            + "» hanya dapat dijalankan oleh proses milik perangkat daerah.");
        }
        return tenantOf(decision.getExecution());
    }

    private String tenantOf(DelegateExecution execution) {
        String tenant = execution.getTenantId();
        if (tenant == null) {
            throw new ProcessEngineException(
                    "Proses " + execution.getProcessInstanceId() + " tidak dimiliki perangkat daerah mana pun.");
        }
        return tenant;
    }

    private String unitStartedFrom(String starter, TenantIdProviderProcessInstanceContext start) {
        Object asked = start.getVariables().get(UNIT);
        if (asked == null || asked.equals(starter)) {
            return starter;
        }
        Government government = known(starter).government();
        if (!known(asked.toString()).government().code().equals(government.code())) {
            throw new ProcessEngineException(
                    "Perangkat daerah «" + asked + "» tidak berada pada " + government.name() + ".");
        }
        return asked.toString();
    }

    private String ownUnit(TenantIdProviderProcessInstanceContext start) {
        Authentication starter = Context.getCommandContext().getAuthentication();
        if (starter == null || starter.getUserId() == null) {
            throw new ProcessEngineException("Proses «"
                    + start.getProcessDefinition().getKey() + "» tidak dapat dimulai tanpa perangkat daerah.");
        }
        String own = home(starter)
                .orElseThrow(
                        () -> new AuthorizationException(
                                "Akun «" + starter.getUserId()
                                        + "» tidak terhubung dengan tepat satu perangkat daerah, sehingga tidak dapat memulai proses."));
        Object asked = start.getVariables().get(UNIT);
        if (asked != null && !asked.equals(own)) {
            throw new AuthorizationException(
                    "Proses hanya dapat dimulai untuk perangkat daerah Anda sendiri («" + own + "»).");
        }
        return known(own).code();
    }

    /** The place of work among the units one may see; an old note of a unit that is no longer one's own counts nothing. */
    private Optional<String> home(Authentication starter) {
        List<String> visible = starter.getTenantIds() == null ? List.of() : starter.getTenantIds();
        String noted =
                Context.getProcessEngineConfiguration().getIdentityService().getUserInfo(starter.getUserId(), HOME);
        if (noted != null && visible.contains(noted)) {
            return Optional.of(noted);
        }
        return only(visible)
                .or(() -> only(visible.stream()
                        .filter(organisation.coordinatorUnits()::contains)
                        .toList()));
    }

    private Optional<String> only(List<String> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private Unit known(String code) {
        return units.find(code)
                .orElseThrow(() -> new ProcessEngineException("Perangkat daerah «" + code + "» tidak dikenal."));
    }
}
