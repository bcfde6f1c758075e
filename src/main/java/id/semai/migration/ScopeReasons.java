package id.semai.migration;

import static id.semai.migration.Blueprint.around;
import static id.semai.migration.Blueprint.ids;
import static id.semai.migration.Blueprint.inputs;
import static id.semai.migration.Blueprint.isTrigger;
import static id.semai.migration.Blueprint.marker;
import static id.semai.migration.Reason.look;
import static id.semai.migration.Reason.stays;
import static id.semai.migration.Words.capital;
import static id.semai.migration.Words.name;
import static id.semai.migration.Words.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What is around a place: sub-processes, stages, and what they bring along. */
record ScopeReasons(Blueprint old, Blueprint fresh) {

    void add(FlowNode place, FlowNode target, List<Reason> reasons) {
        List<SubProcess> before = around(place);
        List<SubProcess> after = around(target);
        if (!ids(before).equals(ids(after)) || !host(place).equals(host(target))) {
            reasons.add(stays(
                    "moved",
                    "%s «%s» dipindahkan: semula di %s, kini di %s.",
                    capital(Words.type(place)),
                    name(place),
                    where(place, old),
                    where(target, fresh)));
            addStages(codes(place, before), codes(target, after), reasons);
            return;
        }
        addStages(codes(place, before), codes(target, after), reasons);
        for (int i = 0; i < before.size(); i++) {
            KindReasons.addLoop(before.get(i), after.get(i), reasons);
            addInputs(before.get(i), after.get(i), reasons);
            if (!isTrigger(place)) {
                addDue(before.get(i), after.get(i), reasons);
            }
            if (before.get(i).triggeredByEvent() != after.get(i).triggeredByEvent()) {
                reasons.add(stays(
                        "other-kind",
                        "Subproses «%s» berganti antara biasa dan dipicu peristiwa.",
                        name(before.get(i))));
            }
        }
    }

    private static void addStages(List<String> before, List<String> after, List<Reason> reasons) {
        if (!before.equals(after)) {
            reasons.add(stays(
                    "stage-changed",
                    "Tahap di sekelilingnya berubah dari %s menjadi %s; tahap yang sudah diumumkan tidak boleh muncul, hilang, atau berganti karena pemindahan.",
                    value(String.join(" › ", before)),
                    value(String.join(" › ", after))));
        }
    }

    /** Codes of the stages that are open while something waits there, the outermost first. */
    private static List<String> codes(FlowNode place, List<SubProcess> scopes) {
        List<FlowNode> holders = new ArrayList<>(scopes);
        holders.add(place instanceof BoundaryEvent event ? event.getAttachedTo() : place);
        return holders.stream()
                .map(scope -> marker(scope, "stage"))
                .filter(Objects::nonNull)
                .toList();
    }

    static void addInputs(FlowNode before, FlowNode after, List<Reason> reasons) {
        Set<String> added = new TreeSet<>(inputs(after).keySet());
        added.removeAll(inputs(before).keySet());
        if (!added.isEmpty()) {
            reasons.add(stays(
                    "input-added",
                    "«%s» memerlukan masukan baru (%s) yang tidak terisi pada yang sudah menunggu.",
                    name(after),
                    String.join(", ", added)));
        }
    }

    static void addDue(FlowNode before, FlowNode after, List<Reason> reasons) {
        if (!Objects.equals(marker(before, "due"), marker(after, "due"))) {
            reasons.add(look(
                    "stage-due-changed",
                    "Batas waktu tahap «%s» berubah dari %s menjadi %s; yang sudah diumumkan tetap, yang baru berlaku bagi kunjungan berikutnya.",
                    name(before),
                    value(marker(before, "due")),
                    value(marker(after, "due"))));
        }
    }

    private static String host(FlowNode node) {
        return node instanceof BoundaryEvent event ? event.getAttachedTo().getId() : "";
    }

    private static String where(FlowNode node, Blueprint version) {
        if (node instanceof BoundaryEvent event) {
            return "«" + name(event.getAttachedTo()) + "»";
        }
        List<SubProcess> scopes = around(node);
        return scopes.isEmpty()
                ? "proses " + version.definition().getKey()
                : "subproses «" + name(scopes.get(scopes.size() - 1)) + "»";
    }
}
