package id.semai.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * The business key of a case is the id of its root process instance, a UUID that nobody chooses: so no two cases share
 * one, in whatever tenants they live. Called processes keep the key that their caller passes.
 */
@Component
class CaseKey {

    void fix(DelegateExecution execution) {
        if (((ExecutionEntity) execution).getSuperExecution() == null) {
            execution.setProcessBusinessKey(execution.getProcessInstanceId());
        }
    }
}
