package id.semai.migration;

import static id.semai.migration.Blueprint.isTrigger;
import static id.semai.migration.Blueprint.message;
import static id.semai.migration.Blueprint.timer;
import static id.semai.migration.Reason.look;
import static id.semai.migration.Reason.stays;
import static id.semai.migration.Words.name;
import static id.semai.migration.Words.value;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Messages and moments that are waited for. */
final class EventReasons {

    private EventReasons() {}

    static void add(FlowNode place, FlowNode target, List<Reason> reasons) {
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
    }

    private static void addTimer(FlowNode place, FlowNode target, List<Reason> reasons) {
        String before = timer(place);
        String after = timer(target);
        if (Comparison.isAnnounced(place, target)) {
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
}
