package id.semai.migration;

import static id.semai.migration.Blueprint.awaits;
import static id.semai.migration.Reason.stays;
import static id.semai.migration.Words.name;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;

/** What waits at a place waits there for the same kind of thing, in the same way. */
final class KindReasons {

    private KindReasons() {}

    static void add(FlowNode place, FlowNode target, List<Reason> reasons) {
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

    static void addLoop(FlowNode before, FlowNode after, List<Reason> reasons) {
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
}
