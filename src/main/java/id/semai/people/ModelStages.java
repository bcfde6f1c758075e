package id.semai.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** The stages that the deployed models declare, each with the user tasks in it and in the stages within it. */
@Component
class ModelStages {

    private final RepositoryService repository;

    ModelStages(RepositoryService repository) {
        this.repository = repository;
    }

    /** In the order of the journey; without those that nobody works in. */
    List<StageTasks> read() {
        return new Walk(processes())
                .stages().stream().filter(stage -> !stage.tasks().isEmpty()).toList();
    }

    private Map<String, Process> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .collect(Collectors.toMap(
                        ProcessDefinition::getKey, this::process, (one, other) -> one, LinkedHashMap::new));
    }

    private Process process(ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementById(definition.getKey());
    }

    private static String marker(BaseElement element, String name) {
        return Optional.ofNullable(element.getExtensionElements())
                .map(extensions -> extensions.getElementsQuery().filterByType(CamundaProperties.class))
                .filter(properties -> properties.count() > 0)
                .stream()
                .flatMap(properties -> properties.list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    /** Goes through the journeys first, from call to called process, then through what no journey calls. */
    private static class Walk {

        private final Map<String, Process> processes;
        private final Map<String, StageTasks> stages = new LinkedHashMap<>();

        Walk(Map<String, Process> processes) {
            this.processes = processes;
            processes.values().stream()
                    .sorted(Comparator.comparing(process -> marker(process, "journey") == null))
                    .forEach(process -> through(process, process.getFlowElements(), List.of()));
        }

        Collection<StageTasks> stages() {
            return stages.values();
        }

        private void through(Process process, Collection<FlowElement> elements, List<StageTasks> around) {
            for (FlowElement element : elements) {
                if (element instanceof UserTask task) {
                    around.forEach(stage -> stage.add(process.getId(), task.getId(), candidates(task)));
                } else if (element instanceof SubProcess part) {
                    through(process, part.getFlowElements(), within(part, around));
                } else if (element instanceof CallActivity call && marker(call, "stage") != null) {
                    call(call, around);
                }
            }
        }

        /** A stage that calls itself is not gone into twice. */
        private void call(CallActivity call, List<StageTasks> around) {
            Process called = processes.get(call.getCalledElement());
            List<StageTasks> within = within(call, around);
            if (called != null && within.size() > around.size()) {
                through(called, called.getFlowElements(), within);
            }
        }

        private List<StageTasks> within(FlowElement element, List<StageTasks> around) {
            String code = marker(element, "stage");
            if (code == null) {
                return around;
            }
            StageTasks stage =
                    stages.computeIfAbsent(code, key -> new StageTasks(key, name(element, code), last(around)));
            return around.contains(stage)
                    ? around
                    : Stream.concat(around.stream(), Stream.of(stage)).toList();
        }

        private static String name(FlowElement element, String code) {
            return element.getName() == null
                    ? code
                    : element.getName().replaceAll("\\s+", " ").strip();
        }

        private static StageTasks last(List<StageTasks> around) {
            return around.isEmpty() ? null : around.get(around.size() - 1);
        }

        private static List<String> candidates(UserTask task) {
            String groups = task.getCamundaCandidateGroups();
            return groups == null
                    ? List.of()
                    : Arrays.stream(groups.split(",")).map(String::strip).toList();
        }
    }
}
