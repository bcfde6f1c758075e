package id.semai.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Service;

/** Reads cases, running or ended, as far as whoever asks may see them. */
@Service
public class CaseFiles {

    private final HistoryService history;

    CaseFiles(HistoryService history) {
        this.history = history;
    }

    /** Empty if there is no such case, or the authenticated person may not know of it. */
    public Optional<CaseFile> find(String id) {
        List<HistoricProcessInstance> instances =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                        .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
                        .toList();
        return instances.stream()
                .filter(instance -> instance.getId().equals(id))
                .findFirst()
                .map(root -> new CaseFile(id, root.getProcessDefinitionKey(), root.getTenantId(), values(instances)));
    }

    /** Whether the authenticated person may know of the case. */
    public boolean isVisible(String id) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .count()
                > 0;
    }

    /** Called processes carry the case on: what they hold is newer than what their callers hold. */
    private Map<String, Object> values(List<HistoricProcessInstance> instances) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (HistoricProcessInstance instance : instances) {
            history
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(instance.getId())
                    .activityInstanceIdIn(instance.getId())
                    .list()
                    .stream()
                    .filter(variable -> variable.getTaskId() == null)
                    .forEach(variable -> put(values, variable));
        }
        return values;
    }

    private static void put(Map<String, Object> values, HistoricVariableInstance variable) {
        Object value = PlainValues.fromEngine(variable.getTypedValue());
        if (value != null || !values.containsKey(variable.getName())) {
            values.put(variable.getName(), value);
        }
    }
}
