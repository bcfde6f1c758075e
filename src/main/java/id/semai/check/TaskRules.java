package id.semai.check;

import id.semai.forms.Forms;
import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a task is for, what it says, on which form it is done, and what it leaves behind. */
final class TaskRules implements Rules {

    private static final String FORM_KEY = "camunda:formKey";
    private static final String FORM_REF = "camunda:formRef";
    private static final String GROUPS = "camunda:candidateGroups";

    private final Set<String> roles;
    private final Forms served = new Forms();

    TaskRules(Set<String> roles) {
        this.roles = roles;
    }

    @Override
    public void look(Bpmn model, Folder folder) {
        model.each(Bpmn.ACTIVITIES).forEach(activity -> name(activity, model.report()));
        model.each(Bpmn.EVENTS).forEach(event -> name(event, model.report()));
        model.each("bpmn:userTask", "bpmn:startEvent").forEach(owner -> form(owner, folder, model.report()));
        model.each("bpmn:userTask").forEach(task -> task(task, model.report()));
        model.each("bpmn:process").forEach(process -> roles(process, "camunda:candidateStarterGroups", model.report()));
    }

    private static void name(XmlElement element, Report report) {
        if (element.name() == null) {
            report.add(Rule.NAME_MISSING, element);
        }
    }

    private void task(XmlElement task, Report report) {
        if (task.children("bpmn:documentation").allMatch(told -> told.text().isEmpty())) {
            report.add(Rule.DOCUMENTATION_MISSING, task);
        }
        if (!task.has(FORM_KEY) && !task.has(FORM_REF)) {
            report.add(Rule.FORM_NONE, task);
        }
        if (!task.has(GROUPS)) {
            report.add(Rule.ROLE_NONE, task);
        }
        roles(task, GROUPS, report);
        mappings(task, report);
    }

    private void roles(XmlElement owner, String attribute, Report report) {
        MarkerRules.list(owner.attribute(attribute))
                .filter(role -> !ExpressionRules.isExpression(role) && !roles.contains(role))
                .forEach(role -> report.add(Rule.ROLE_UNKNOWN, owner, role, roles));
    }

    private void form(XmlElement owner, Folder folder, Report report) {
        String key = owner.attribute(FORM_KEY);
        String ref = owner.attribute(FORM_REF);
        if (owner.has(FORM_KEY) && served.embedded(key).isEmpty()) {
            report.add(Rule.FORM_MISSING, owner, key, "embedded:/forms/….html");
        }
        if (owner.has(FORM_REF) && !folder.hasForm(ref)) {
            report.add(Rule.FORM_MISSING, owner, ref, ref + ".form");
        }
        String binding = owner.attribute("camunda:formRefBinding");
        if (owner.has(FORM_REF) && !"deployment".equals(binding)) {
            report.add(Rule.FORM_BINDING, owner, binding == null ? "" : binding);
        }
    }

    /** Outputs are mapped when a task is interrupted, too; what is emptied for a task is local to it. */
    private static void mappings(XmlElement task, Report report) {
        Map<String, XmlElement> inputs = new HashMap<>();
        task.mappings("camunda:inputParameter").forEach(input -> inputs.put(input.attribute("name"), input));
        task.mappings("camunda:outputParameter")
                .filter(output ->
                        output.text().matches("[$#]\\{\\w+}") && !output.text().contains("{null}"))
                .filter(output -> !inputs.containsKey(inner(output)))
                .forEach(output ->
                        report.add(Rule.OUTPUT_UNSET, task, String.valueOf(output.attribute("name")), inner(output)));
        Set<String> read =
                task.mappings("camunda:outputParameter").map(TaskRules::inner).collect(Collectors.toSet());
        inputs.forEach((name, input) -> {
            if (input.text().equals("${null}") && !read.contains(name)) {
                report.add(Rule.ANSWER_LOST, task, String.valueOf(name));
            }
        });
    }

    private static String inner(XmlElement mapping) {
        return mapping.text().replaceAll("[$#{}]", "");
    }
}
