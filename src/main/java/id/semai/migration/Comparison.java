package id.semai.migration;

import static id.semai.migration.Blueprint.around;
import static id.semai.migration.Blueprint.awaits;
import static id.semai.migration.Blueprint.inputs;
import static id.semai.migration.Blueprint.isTrigger;
import static id.semai.migration.Blueprint.marker;
import static id.semai.migration.Blueprint.message;
import static id.semai.migration.Blueprint.timer;
import static id.semai.migration.Reason.look;
import static id.semai.migration.Reason.stays;
import static id.semai.migration.Words.name;
import static id.semai.migration.Words.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
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

    private static boolean isAnnounced(FlowNode before, FlowNode after) {
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
        addKind(place, target, reasons);
        addScopes(place, target, reasons);
        if (reasons.stream().noneMatch(Reason::blocks)) {
            addDetails(place, target, reasons);
            addNewTriggers(place, target, reasons);
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

    private void addKind(FlowNode place, FlowNode target, List<Reason> reasons) {
        if (!place.getElementType().equals(target.getElementType())) {
            reasons.add(stays(
                    "other-kind",
                    "«%s» berganti jenis dari %s menjadi %s.",
                    name(place),
                    Words.type(place),
                    Words.type(target)));
        } else if (!Objects.equals(awaits(place), awaits(target))) {
            reasons.add(stays(
                    "other-kind",
                    "«%s» menunggu %s, pada versi baru %s.",
                    name(place),
                    Words.event(awaits(place)),
                    Words.event(awaits(target))));
        }
        addLoop(place, target, reasons);
        if (place.isCamundaAsyncBefore() && !target.isCamundaAsyncBefore()
                || place.isCamundaAsyncAfter() && !target.isCamundaAsyncAfter()) {
            reasons.add(stays(
                    "async-removed",
                    "«%s» tidak lagi dijalankan terpisah (asynchronous); yang sedang menunggu giliran tidak dapat dipindahkan.",
                    name(place)));
        }
    }

    private void addScopes(FlowNode place, FlowNode target, List<Reason> reasons) {
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
            addLoop(before.get(i), after.get(i), reasons);
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

    private void addStages(List<String> before, List<String> after, List<Reason> reasons) {
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

    private static void addLoop(FlowNode before, FlowNode after, List<Reason> reasons) {
        if (!loop(before).equals(loop(after))) {
            reasons.add(
                    stays("multi-instance-changed", "Pengulangan (multi-instance) pada «%s» berubah.", name(before)));
        }
    }

    private static List<String> loop(FlowNode node) {
        LoopCharacteristics loop = node instanceof Activity activity ? activity.getLoopCharacteristics() : null;
        return loop instanceof MultiInstanceLoopCharacteristics many
                ? Arrays.asList(
                        Boolean.toString(many.isSequential()),
                        many.getCamundaCollection(),
                        many.getCamundaElementVariable(),
                        many.getLoopCardinality() == null
                                ? null
                                : many.getLoopCardinality().getTextContent(),
                        many.getCompletionCondition() == null
                                ? null
                                : many.getCompletionCondition().getTextContent())
                : List.of();
    }

    private void addInputs(FlowNode before, FlowNode after, List<Reason> reasons) {
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

    private void addDetails(FlowNode place, FlowNode target, List<Reason> reasons) {
        addInputs(place, target, reasons);
        if (!Objects.equals(message(place), message(target))) {
            reasons.add(stays(
                    "message-renamed",
                    "Pesan yang ditunggu «%s» berganti dari %s menjadi %s; yang mengirim pesan lama tidak akan sampai.",
                    name(place),
                    value(message(place)),
                    value(message(target))));
        }
        if (!Objects.equals(timer(place), timer(target))) {
            addTimer(place, target, reasons);
        }
        if (isTrigger(place) && interrupts(place) != interrupts(target)) {
            reasons.add(look(
                    "interrupting-changed",
                    interrupts(target)
                            ? "«%s» kini menghentikan pekerjaan yang sedang berjalan."
                            : "«%s» tidak lagi menghentikan pekerjaan yang sedang berjalan.",
                    name(place)));
        }
        if (place instanceof UserTask before && target instanceof UserTask after) {
            addTask(before, after, reasons);
        }
        if (place instanceof CallActivity before && target instanceof CallActivity after) {
            addCall(before, after, reasons);
        }
        addDue(place, target, reasons);
    }

    private static void addDue(FlowNode before, FlowNode after, List<Reason> reasons) {
        if (!Objects.equals(marker(before, "due"), marker(after, "due"))) {
            reasons.add(look(
                    "stage-due-changed",
                    "Batas waktu tahap «%s» berubah dari %s menjadi %s; yang sudah diumumkan tetap, yang baru berlaku bagi kunjungan berikutnya.",
                    name(before),
                    value(marker(before, "due")),
                    value(marker(after, "due"))));
        }
    }

    private void addTimer(FlowNode place, FlowNode target, List<Reason> reasons) {
        String before = timer(place);
        String after = timer(target);
        if (isAnnounced(place, target)) {
            reasons.add(look(
                    "overdue-changed",
                    "Batas waktu «%s» berubah dari %s menjadi %s; yang sedang berjalan tetap pada batas waktu tahap yang sudah diumumkan.",
                    name(place),
                    value(before),
                    value(after)));
        } else if (before == null || after == null || !kind(before).equals(kind(after))) {
            reasons.add(stays(
                    "timer-kind-changed",
                    "Waktu «%s» berganti bentuk dari %s menjadi %s.",
                    name(place),
                    value(before),
                    value(after)));
        } else {
            reasons.add(look(
                    "timer-changed",
                    "Waktu «%s» berubah dari %s menjadi %s; yang belum lewat dihitung ulang sejak saat pemindahan.",
                    name(place),
                    value(before),
                    value(after)));
        }
    }

    /** A moment, a span or a cycle. */
    private static String kind(String timer) {
        return timer.substring(0, timer.indexOf(' '));
    }

    private static boolean interrupts(FlowNode node) {
        return node instanceof BoundaryEvent boundary
                ? boundary.cancelActivity()
                : node instanceof StartEvent start && start.isInterrupting();
    }

    private void addTask(UserTask before, UserTask after, List<Reason> reasons) {
        if (!Objects.equals(form(before), form(after))) {
            reasons.add(look(
                    "form-changed",
                    "Formulir «%s» berganti dari %s menjadi %s; draf yang sudah diketik mungkin tidak cocok.",
                    name(before),
                    value(form(before)),
                    value(form(after))));
        } else if (!Objects.equals(
                old.forms().get(before.getCamundaFormRef()), fresh.forms().get(after.getCamundaFormRef()))) {
            reasons.add(look(
                    "form-changed",
                    "Isi formulir %s pada «%s» berubah; draf yang sudah diketik mungkin tidak cocok.",
                    value(form(before)),
                    name(before)));
        }
        if (changesRole(before.getId())) {
            reasons.add(look(
                    "role-changed",
                    "Peran «%s» berubah dari %s menjadi %s; tugas yang menunggu beralih ke peran baru, yang sudah diambil tetap pada pengambilnya.",
                    name(before),
                    value(before.getCamundaCandidateGroups()),
                    value(after.getCamundaCandidateGroups())));
        }
        if (!Set.copyOf(list(marker(before, "notBy"))).equals(Set.copyOf(list(marker(after, "notBy"))))) {
            reasons.add(look(
                    "four-eyes-changed",
                    "Empat mata pada «%s» berubah: tidak oleh yang mengerjakan %s, semula %s.",
                    name(before),
                    value(marker(after, "notBy")),
                    value(marker(before, "notBy"))));
        }
        if (!Objects.equals(before.getCamundaDueDate(), after.getCamundaDueDate())) {
            reasons.add(look(
                    "task-due-changed",
                    "Batas waktu tugas «%s» berubah dari %s menjadi %s; tugas yang sudah menunggu tetap pada batas waktunya.",
                    name(before),
                    value(before.getCamundaDueDate()),
                    value(after.getCamundaDueDate())));
        }
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

    /** Events that appear on what waits here, or in the scopes around it. */
    private void addNewTriggers(FlowNode place, FlowNode target, List<Reason> reasons) {
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

    private static String form(UserTask task) {
        return task.getCamundaFormRef() != null ? task.getCamundaFormRef() : task.getCamundaFormKey();
    }

    private static List<String> list(String marker) {
        return marker == null
                ? List.of()
                : Arrays.stream(marker.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    private static List<String> ids(List<SubProcess> scopes) {
        return scopes.stream().map(SubProcess::getId).toList();
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

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
