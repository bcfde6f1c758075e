package id.semai.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One version of a process, with what a running instance depends on.
 *
 * @param forms those deployed with it, by their ids
 */
record Blueprint(ProcessDefinition definition, BpmnModelInstance bpmn, Map<String, JsonNode> forms) {

    /** Of the process that is released, should the file hold several. */
    Process process() {
        return bpmn.getModelElementById(definition.getKey());
    }

    Collection<FlowNode> nodes() {
        return bpmn.getModelElementsByType(FlowNode.class);
    }

    /** Null if this version has no such element. */
    FlowNode node(String id) {
        return bpmn.getModelElementById(id) instanceof FlowNode node ? node : null;
    }

    /** The sub-processes around an element, the outermost first. */
    static List<SubProcess> around(FlowNode node) {
        List<SubProcess> scopes = new ArrayList<>();
        for (ModelElementInstance at = node.getParentElement(); at != null; at = at.getParentElement()) {
            if (at instanceof SubProcess scope) {
                scopes.add(0, scope);
            }
        }
        return scopes;
    }

    static List<String> ids(List<SubProcess> scopes) {
        return scopes.stream().map(SubProcess::getId).toList();
    }

    /** Null when the element does not carry the marker. */
    static String marker(BaseElement element, String name) {
        return extensions(element, CamundaProperties.class)
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    /** What a marker names, with commas between. */
    static List<String> list(String marker) {
        return marker == null
                ? List.of()
                : Arrays.stream(marker.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    static Map<String, String> inputs(BaseElement element) {
        Map<String, String> inputs = new TreeMap<>();
        extensions(element, CamundaInputOutput.class)
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .forEach(input -> inputs.put(input.getCamundaName(), input.getTextContent()));
        return inputs;
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(extensions -> extensions.getChildElementsByType(type).stream());
    }

    /** Whether an event outside of the flow starts it: on the border of an activity, or of a sub-process within a scope. */
    static boolean isTrigger(FlowNode node) {
        return node instanceof BoundaryEvent
                || node instanceof StartEvent
                        && node.getParentElement() instanceof SubProcess scope
                        && scope.triggeredByEvent();
    }

    /** What an event waits for: {@code timer}, {@code message} …; null for what is no event, or waits for nothing. */
    static String awaits(FlowNode node) {
        if (node instanceof ReceiveTask) {
            return "message";
        }
        EventDefinition definition = eventDefinition(node);
        return definition == null
                ? null
                : definition.getElementType().getTypeName().replace("EventDefinition", "");
    }

    private static EventDefinition eventDefinition(FlowNode node) {
        return node instanceof CatchEvent event
                ? event.getEventDefinitions().stream().findFirst().orElse(null)
                : null;
    }

    /** Null without a message. */
    static String message(FlowNode node) {
        Message message = node instanceof ReceiveTask receive
                ? receive.getMessage()
                : eventDefinition(node) instanceof MessageEventDefinition definition ? definition.getMessage() : null;
        return message == null ? null : message.getName();
    }

    /** The moment or span as the model writes it; null without a timer. */
    static String timer(FlowNode node) {
        return eventDefinition(node) instanceof TimerEventDefinition timer
                ? Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                        .filter(Objects::nonNull)
                        .map(text -> text.getElementType().getTypeName() + " "
                                + text.getTextContent().strip())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
