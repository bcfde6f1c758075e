package id.semai.migration;

import static id.semai.migration.Blueprint.awaits;
import static id.semai.migration.Blueprint.isTrigger;
import static id.semai.migration.Blueprint.list;
import static id.semai.migration.Blueprint.marker;
import static id.semai.migration.Blueprint.timer;
import static id.semai.migration.Reason.look;
import static id.semai.migration.Reason.stays;
import static id.semai.migration.Words.capital;
import static id.semai.migration.Words.name;
import static id.semai.migration.Words.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Two versions of a process, element by element, as far as an instance that waits in the old one is concerned. */
record Comparison(Blueprint old, Blueprint fresh) {

    /** What concerns every running instance, wherever it waits. */
    List<Reason> ofProcess() {
        String before = marker(old.process(), "journey");
        String after = marker(fresh.process(), "journey");
        return Objects.equals(before, after)
                ? List.of()
                : List.of(stays(
                        "journey-changed",
                        "Penanda journey berubah dari %s menjadi %s; awal dan akhir perjalanan inovasi yang sudah berjalan akan keliru.",
                        value(before),
                        value(after)));
    }

    /** Whether something may wait at an element, or for it. */
    static boolean isPlace(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof CallActivity
                || node instanceof EventBasedGateway
                || isJoin(node)
                || isAsync(node)
                || isTrigger(node) && awaits(node) != null
                || node instanceof Activity activity && activity.getLoopCharacteristics() != null;
    }

    private static boolean isJoin(FlowNode node) {
        return (node instanceof ParallelGateway || node instanceof InclusiveGateway)
                && node.getIncoming().size() > 1;
    }

    private static boolean isAsync(FlowNode node) {
        return node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter();
    }

    /** Whether both versions have an event there that waits for the same kind of thing. */
    boolean keepsTrigger(String id) {
        FlowNode before = old.node(id);
        FlowNode after = fresh.node(id);
        return before != null
                && after != null
                && awaits(before) != null
                && awaits(before).equals(awaits(after));
    }

    /** Whether its timer takes the new definition; what was announced as a stage's deadline stays. */
    boolean takesNewTimer(String id) {
        FlowNode before = old.node(id);
        FlowNode after = fresh.node(id);
        return keepsTrigger(id) && !Objects.equals(timer(before), timer(after)) && !isAnnounced(before, after);
    }

    static boolean isAnnounced(FlowNode before, FlowNode after) {
        return "overdue".equals(marker(before, "signal")) || "overdue".equals(marker(after, "signal"));
    }

    boolean isRenamed(String id) {
        FlowNode after = fresh.node(id);
        return after instanceof UserTask
                && old.node(id) instanceof UserTask before
                && (!Objects.equals(before.getName(), after.getName())
                        || !documentation(before).equals(documentation((UserTask) after)));
    }

    private static String documentation(UserTask task) {
        return task.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining());
    }

    boolean changesRole(String id) {
        return old.node(id) instanceof UserTask before
                && fresh.node(id) instanceof UserTask after
                && !Objects.equals(before.getCamundaCandidateGroups(), after.getCamundaCandidateGroups());
    }

    /** Done tasks that four eyes of the old version ask about, and that the new version cannot ask about any more. */
    Set<String> forgotten() {
        return old.bpmn().getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> list(marker(task, "notBy")).stream())
                .filter(id -> old.node(id) instanceof UserTask && !(fresh.node(id) instanceof UserTask))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param mapped whether the engine's own plan takes what waits here along */
    List<Reason> of(FlowNode place, boolean mapped) {
        FlowNode target = fresh.node(place.getId());
        if (target == null) {
            return List.of(removed(place));
        }
        List<Reason> reasons = new ArrayList<>();
        KindReasons.add(place, target, reasons);
        new ScopeReasons(old, fresh).add(place, target, reasons);
        if (reasons.stream().noneMatch(Reason::blocks)) {
            addDetails(place, target, reasons);
            new TriggerReasons(old, fresh).add(place, target, reasons);
        }
        if (!mapped && reasons.stream().noneMatch(Reason::blocks)) {
            reasons.add(stays(
                    "not-mapped",
                    "Mesin proses tidak dapat memetakan %s «%s» ke versi %d.",
                    Words.type(place),
                    name(place),
                    fresh.definition().getVersion()));
        }
        return List.copyOf(new LinkedHashSet<>(reasons));
    }

    private Reason removed(FlowNode place) {
        if (isTrigger(place) && "timer".equals(awaits(place))) {
            return look(
                    "timer-removed",
                    "Pengatur waktu «%s» tidak ada lagi pada versi %d; yang sedang berjalan dihapus.",
                    name(place),
                    fresh.definition().getVersion());
        }
        return stays(
                "removed",
                "%s «%s» tidak ada lagi pada versi %d.",
                capital(Words.type(place)),
                name(place),
                fresh.definition().getVersion());
    }

    private void addDetails(FlowNode place, FlowNode target, List<Reason> reasons) {
        ScopeReasons.addInputs(place, target, reasons);
        EventReasons.add(place, target, reasons);
        if (place instanceof UserTask before && target instanceof UserTask after) {
            new TaskReasons(old, fresh).add(before, after, reasons);
        }
        if (place instanceof CallActivity before && target instanceof CallActivity after) {
            addCall(before, after, reasons);
        }
        ScopeReasons.addDue(place, target, reasons);
    }

    private static void addCall(CallActivity before, CallActivity after, List<Reason> reasons) {
        if (!Objects.equals(before.getCalledElement(), after.getCalledElement())) {
            reasons.add(stays(
                    "other-process",
                    "«%s» memanggil proses %s, semula %s yang masih berjalan.",
                    name(before),
                    value(after.getCalledElement()),
                    value(before.getCalledElement())));
        }
    }
}
