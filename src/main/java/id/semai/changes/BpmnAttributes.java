package id.semai.changes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an attribute of BPMN says; one that is not known here is told as it stands. */
final class BpmnAttributes {

    private static final Map<String, Aspect> ATTRIBUTES = Map.ofEntries(
            Map.entry("camunda:assignee", Aspect.ASSIGNEE),
            Map.entry("camunda:candidateUsers", Aspect.CANDIDATE_USERS),
            Map.entry("camunda:candidateStarterUsers", Aspect.STARTERS),
            Map.entry("camunda:formRef", Aspect.FORM),
            Map.entry("camunda:formKey", Aspect.FORM),
            Map.entry("camunda:formRefBinding", Aspect.FORM_BINDING),
            Map.entry("camunda:formRefVersion", Aspect.FORM_BINDING),
            Map.entry("camunda:priority", Aspect.PRIORITY),
            Map.entry("camunda:followUpDate", Aspect.FOLLOW_UP),
            Map.entry("camunda:delegateExpression", Aspect.DELEGATE),
            Map.entry("camunda:expression", Aspect.DELEGATE),
            Map.entry("camunda:class", Aspect.DELEGATE),
            Map.entry("camunda:type", Aspect.DELEGATE),
            Map.entry("camunda:topic", Aspect.DELEGATE),
            Map.entry("calledElement", Aspect.CALLED_PROCESS),
            Map.entry("camunda:calledElementBinding", Aspect.CALLED_PROCESS),
            Map.entry("camunda:calledElementVersion", Aspect.CALLED_PROCESS),
            Map.entry("camunda:decisionRef", Aspect.DECISION),
            Map.entry("camunda:decisionRefBinding", Aspect.DECISION),
            Map.entry("camunda:decisionRefVersion", Aspect.DECISION),
            Map.entry("camunda:mapDecisionResult", Aspect.RESULT),
            Map.entry("camunda:resultVariable", Aspect.RESULT),
            Map.entry("camunda:historyTimeToLive", Aspect.HISTORY));

    private static final Map<String, Aspect> TRUTHS = Map.of(
            "isExecutable", Aspect.EXECUTABLE,
            "camunda:isStartableInTasklist", Aspect.STARTABLE,
            "camunda:asyncBefore", Aspect.ASYNC,
            "camunda:asyncAfter", Aspect.ASYNC,
            "camunda:exclusive", Aspect.ASYNC);

    private static final Map<String, Aspect> REFERENCES = Map.of(
            "sourceRef", Aspect.SOURCE,
            "targetRef", Aspect.TARGET,
            "attachedToRef", Aspect.ATTACHED_TO,
            "default", Aspect.DEFAULT_FLOW,
            "messageRef", Aspect.MESSAGE,
            "signalRef", Aspect.EVENT,
            "errorRef", Aspect.EVENT,
            "escalationRef", Aspect.EVENT);

    private final BpmnNames names;

    BpmnAttributes(BpmnNames names) {
        this.names = names;
    }

    Facet facet(String name, String value) {
        if (ATTRIBUTES.containsKey(name)) {
            return Facet.plain(ATTRIBUTES.get(name), value);
        }
        if (TRUTHS.containsKey(name)) {
            return Facet.plain(TRUTHS.get(name), value, truth(name, value));
        }
        return REFERENCES.containsKey(name)
                ? Facet.reference(REFERENCES.get(name), List.of(value), names.called(value))
                : worded(name, value);
    }

    private static String truth(String name, String value) {
        return switch (name) {
            case "camunda:asyncBefore" -> "sebelum langkah: " + Wording.yesNo(value);
            case "camunda:asyncAfter" -> "sesudah langkah: " + Wording.yesNo(value);
            case "camunda:exclusive" -> "bergantian: " + Wording.yesNo(value);
            default -> Wording.yesNo(value);
        };
    }

    private Facet worded(String name, String value) {
        return switch (name) {
            case "name" -> Facet.plain(Aspect.NAME, value, Wording.quoted(BpmnNames.oneLine(value)));
            case "camunda:candidateGroups" -> Facet.plain(Aspect.ROLE, value, names.roles(value));
            case "camunda:candidateStarterGroups" -> Facet.plain(Aspect.STARTERS, value, names.roles(value));
            case "camunda:dueDate" -> Facet.plain(Aspect.DUE, value, Spans.deadline(value));
            case "triggeredByEvent" -> Facet.plain(Aspect.TYPE, value, "dipicu oleh peristiwa");
            case BpmnEssence.ORDER -> {
                List<String> flows = Arrays.asList(value.split("\n"));
                yield Facet.order(flows, flows.stream().map(names::called).collect(Collectors.joining(", ")));
            }
            default -> Facet.plain(Aspect.OTHER, value, name + " = " + value);
        };
    }
}
