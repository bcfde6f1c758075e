package id.semai.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** The model, and its version, that an execution runs in. */
record ProcessVersion(String key, int version) {

    static ProcessVersion of(DelegateExecution execution) {
        ProcessDefinitionEntity definition = ((ExecutionEntity) execution).getProcessDefinition();
        return new ProcessVersion(definition.getKey(), definition.getVersion());
    }
}
