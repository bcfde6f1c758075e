package id.semai.migration;

import static id.semai.migration.Blueprint.around;
import static id.semai.migration.Blueprint.awaits;
import static id.semai.migration.Blueprint.ids;
import static id.semai.migration.Blueprint.isTrigger;
import static id.semai.migration.Reason.look;
import static id.semai.migration.Reason.stays;
import static id.semai.migration.Words.capital;
import static id.semai.migration.Words.name;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Events that appear on what waits at a place, or in the scopes around it. */
record TriggerReasons(Blueprint old, Blueprint fresh) {

    void add(FlowNode place, FlowNode target, List<Reason> reasons) {
        fresh.nodes().stream()
                .filter(trigger -> isTrigger(trigger) && awaits(trigger) != null && old.node(trigger.getId()) == null)
                .filter(trigger -> concerns(trigger, target))
                .map(trigger -> isOver(trigger, target)
                        ? stays(
                                "trigger-added",
                                "%s «%s» baru di lingkup yang sudah dihentikan; pemindahan akan menghidupkannya.",
                                capital(Words.event(awaits(trigger))),
                                name(trigger))
                        : look(
                                "trigger-added",
                                "%s «%s» baru; berlaku sejak saat pemindahan.",
                                capital(Words.event(awaits(trigger))),
                                name(trigger)))
                .forEach(reasons::add);
    }

    /** Whether an event that stops the scope of the new one has come, where something waits there. */
    private static boolean isOver(FlowNode trigger, FlowNode target) {
        int depth = around(trigger).size() - 1;
        List<SubProcess> scopes = around(target);
        return trigger instanceof StartEvent
                && scopes.size() > depth
                && scopes.get(depth).triggeredByEvent()
                && scopes.get(depth).getChildElementsByType(StartEvent.class).stream()
                        .anyMatch(StartEvent::isInterrupting);
    }

    private static boolean concerns(FlowNode trigger, FlowNode target) {
        if (trigger instanceof BoundaryEvent boundary) {
            return boundary.getAttachedTo().equals(target) || around(target).contains(boundary.getAttachedTo());
        }
        List<SubProcess> outside = around(trigger);
        List<SubProcess> scope = outside.subList(0, outside.size() - 1);
        return ids(around(target)).containsAll(ids(scope)) && !isTrigger(target);
    }
}
