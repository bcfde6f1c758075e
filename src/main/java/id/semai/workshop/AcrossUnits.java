package id.semai.workshop;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * A step between a workshop and the journeys of its units. The workshop is the coordinating unit's tenant and each
 * journey its own unit's: the engine, which shows a job only the tenant it belongs to, lets this step see them all.
 */
interface AcrossUnits extends JavaDelegate {

    void act(DelegateExecution execution);

    @Override
    default void execute(DelegateExecution execution) {
        CommandContext context = Context.getCommandContext();
        boolean checked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            act(execution);
        } finally {
            if (checked) {
                context.enableTenantCheck();
            }
        }
    }
}
