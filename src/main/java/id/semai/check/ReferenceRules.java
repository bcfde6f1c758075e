package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.Set;
import java.util.TreeSet;

/** Decisions, called processes and messages: what a model names is there. */
final class ReferenceRules implements Rules {

    /** Nobody sends any other. */
    static final Set<String> MESSAGES = new TreeSet<>(
            Set.of("commitment-decided", "commitment-signed-on-paper", "commitment-closed", "stop-innovation"));

    @Override
    public void look(Bpmn model, Folder folder) {
        Report report = model.report();
        model.each("bpmn:businessRuleTask").forEach(task -> decision(task, folder, report));
        model.each("bpmn:callActivity").forEach(call -> call(call, folder, report));
        model.each("bpmn:message").forEach(message -> message(message, report));
        model.each("bpmn:messageEventDefinition", "bpmn:receiveTask")
                .filter(event -> model.each("bpmn:message")
                        .noneMatch(
                                message -> message.id() != null && message.id().equals(event.attribute("messageRef"))))
                .forEach(event -> report.add(
                        Rule.MESSAGE_UNKNOWN, event, String.valueOf(event.attribute("messageRef")), MESSAGES));
    }

    private static void decision(XmlElement task, Folder folder, Report report) {
        String decision = task.attribute("camunda:decisionRef");
        if (decision == null || !folder.hasDecision(decision)) {
            report.add(Rule.DECISION_MISSING, task, decision == null ? "" : decision);
        }
    }

    private static void call(XmlElement call, Folder folder, Report report) {
        String called = call.attribute("calledElement");
        if (called == null || !folder.hasProcess(called)) {
            report.add(Rule.PROCESS_MISSING, call, called == null ? "" : called);
        }
        String binding = call.attribute("camunda:calledElementBinding");
        if (binding != null && !binding.equals("latest")) {
            report.add(Rule.CALL_BINDING, call, binding);
        }
        boolean complete = passes(call, "camunda:in", "businessKey", "#{execution.processBusinessKey}")
                && passes(call, "camunda:in", "variables", "all")
                && passes(call, "camunda:out", "variables", "all");
        if (!complete) {
            report.add(Rule.CALL_INCOMPLETE, call);
        }
    }

    private static boolean passes(XmlElement call, String kind, String attribute, String value) {
        return call.children("bpmn:extensionElements")
                .flatMap(extensions -> extensions.children(kind))
                .anyMatch(mapping -> value.equals(mapping.attribute(attribute)));
    }

    private static void message(XmlElement message, Report report) {
        if (!MESSAGES.contains(String.valueOf(message.attribute("name")))) {
            report.add(Rule.MESSAGE_UNKNOWN, message, String.valueOf(message.attribute("name")), MESSAGES);
        }
    }
}
