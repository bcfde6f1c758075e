package id.semai.check;

import id.semai.forms.Forms;
import id.semai.rulebook.Rule;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A condition on a variable that was never set fails, and with it the step of whoever works. */
final class VariableRules implements Rules {

    /** Set at the start of an innovation, or by a delegate. */
    private static final Set<String> GIVEN = Set.of(
            "innovationId",
            "workshopId",
            "origin",
            "government",
            "unit",
            "cycleYear",
            "title",
            "titleProvisional",
            "facilitated",
            "reviewerGroup",
            "commitmentDueAt",
            "outcome",
            "kind",
            "eligibility",
            "eligibilityGaps",
            "instrument",
            "reasonCode",
            "reason",
            "signDecision",
            "followUp",
            "closedBy",
            "decided",
            "silentCount",
            "invitedUnits",
            "unitOptions",
            "signingUnits",
            "signingDeadline");

    private final ExpressionRules expressions;

    VariableRules(ExpressionRules expressions) {
        this.expressions = expressions;
    }

    @Override
    public void look(Bpmn model, Folder folder) {
        model.each("bpmn:sequenceFlow").forEach(flow -> flow.children("bpmn:conditionExpression")
                .flatMap(condition -> expressions.variables(condition.text()).stream())
                .filter(name -> !GIVEN.contains(name) && !folder.sets(name))
                .forEach(name -> model.report().add(Rule.VARIABLE_UNKNOWN, flow, name)));
    }

    /** Whatever a model itself may set. */
    static Set<String> setIn(Bpmn model) {
        Set<String> set = new HashSet<>();
        Stream.of("camunda:inputParameter", "camunda:outputParameter")
                .flatMap(model::each)
                .forEach(mapping -> set.add(mapping.attribute("name")));
        model.each("bpmn:businessRuleTask").forEach(rule -> set.add(rule.attribute("camunda:resultVariable")));
        model.each("bpmn:multiInstanceLoopCharacteristics")
                .forEach(each -> set.add(each.attribute("camunda:elementVariable")));
        model.each("camunda:in", "camunda:out").forEach(mapping -> set.add(mapping.attribute("target")));
        model.each("bpmn:userTask")
                .flatMap(task -> new Forms().embedded(String.valueOf(task.attribute("camunda:formKey"))).stream())
                .forEach(form -> set.addAll(form.keys()));
        return set;
    }
}
