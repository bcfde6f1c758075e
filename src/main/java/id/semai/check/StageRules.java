package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import id.semai.stage.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Stages: their codes, whose part they are, and how they end. */
final class StageRules implements Rules {

    @Override
    public void look(Bpmn model, Folder folder) {
        Folder.stages(model).forEach(stage -> code(stage, model, folder));
        Folder.stages(model).stream()
                .filter(stage -> stage.is("bpmn:subProcess"))
                .forEach(stage -> ends(stage, stage.marker("stage"), model.report()));
        model.each("bpmn:boundaryEvent")
                .filter(event -> "overdue".equals(event.marker("signal")))
                .forEach(event -> delay(event, model));
        calledStage(model, folder);
    }

    private static void code(XmlElement stage, Bpmn model, Folder folder) {
        String code = stage.marker("stage");
        if (!isCode(code)) {
            model.report().add(Rule.STAGE_CODE, stage, code);
            return;
        }
        List<String> others = folder.placesOf(code).stream()
                .filter(place -> !place.equals(Folder.place(model, stage)))
                .toList();
        if (!others.isEmpty() || isRepeated(stage, code, model)) {
            model.report().add(Rule.STAGE_DUPLICATE, stage, code, others);
        } else {
            parent(stage, code, model, folder);
        }
    }

    private static boolean isCode(String code) {
        try {
            return new Stage(code, null).code().equals(code);
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private static boolean isRepeated(XmlElement stage, String code, Bpmn model) {
        return Folder.stages(model).stream().anyMatch(other -> other != stage && code.equals(other.marker("stage")));
    }

    private static void parent(XmlElement stage, String code, Bpmn model, Folder folder) {
        Set<String> parents = parents(stage, model, folder, new HashSet<>());
        boolean isPart = parents.stream().anyMatch(parent -> code.startsWith(parent + "."));
        boolean ofAJourney = model.process() != null && model.process().marker("journey") != null;
        if (!parents.isEmpty() && !isPart) {
            model.report()
                    .add(Rule.STAGE_PARENT, stage, code, parents.iterator().next() + ".");
        } else if (parents.isEmpty() && ofAJourney && code.contains(".")) {
            String missing = code.substring(0, code.lastIndexOf('.') + 1);
            model.report().add(Rule.STAGE_PARENT, stage, code, missing);
        }
    }

    /** Codes of the stages around an element: in its process, or else where its process is called. */
    private static Set<String> parents(XmlElement element, Bpmn model, Folder folder, Set<String> seen) {
        for (XmlElement around = element.parent(); around != null; around = around.parent()) {
            if (around.marker("stage") != null) {
                return Set.of(around.marker("stage"));
            }
        }
        Set<String> parents = new HashSet<>();
        if (model.process() != null
                && model.process().id() != null
                && seen.add(model.process().id())) {
            folder.callsOf(model.process().id())
                    .forEach((call, caller) -> parents.addAll(ofACall(call, caller, folder, seen)));
        }
        return parents;
    }

    private static Set<String> ofACall(XmlElement call, Bpmn caller, Folder folder, Set<String> seen) {
        return call.marker("stage") != null ? Set.of(call.marker("stage")) : parents(call, caller, folder, seen);
    }

    private static void ends(XmlElement scope, String stage, Report report) {
        scope.children("bpmn:endEvent")
                .filter(end -> end.marker("outcome") == null)
                .forEach(end -> report.add(Rule.STAGE_OUTCOME, end, "«" + stage + "»", ""));
    }

    private static void delay(XmlElement event, Bpmn model) {
        XmlElement host = model.find(event.attribute("attachedToRef"));
        List<XmlElement> next = new ArrayList<>(next(event, model).toList());
        boolean right = "false".equals(event.attribute("cancelActivity"))
                && Bpmn.holds(event, "bpmn:timerEventDefinition")
                && host != null
                && host.marker("stage") != null
                && next.size() == 1
                && next.get(0).is("bpmn:endEvent");
        if (!right) {
            model.report().add(Rule.SIGNAL_TIMER, event);
        }
    }

    private static Stream<XmlElement> next(XmlElement node, Bpmn model) {
        return model.each("bpmn:sequenceFlow")
                .filter(flow -> node.id() != null && node.id().equals(flow.attribute("sourceRef")))
                .map(flow -> model.find(flow.attribute("targetRef")))
                .filter(target -> target != null);
    }

    /** What is called as a stage ends at once, so that nothing of it stays behind. */
    private static void calledStage(Bpmn model, Folder folder) {
        XmlElement process = model.process();
        Map<XmlElement, Bpmn> calls = process == null || process.id() == null ? Map.of() : folder.callsOf(process.id());
        List<String> stages = calls.keySet().stream()
                .map(call -> call.marker("stage"))
                .filter(stage -> stage != null)
                .toList();
        if (!stages.isEmpty()) {
            process.children("bpmn:endEvent")
                    .filter(end -> !announcesADelay(end, model))
                    .forEach(end -> end(end, stages.get(0), model.report()));
        }
    }

    private static void end(XmlElement end, String stage, Report report) {
        if (end.marker("outcome") == null) {
            report.add(Rule.STAGE_OUTCOME, end, "«" + stage + "»", "");
        }
        if (!Bpmn.holds(end, "bpmn:terminateEventDefinition")) {
            report.add(Rule.STAGE_END, end);
        }
    }

    private static boolean announcesADelay(XmlElement end, Bpmn model) {
        List<XmlElement> before = model.each("bpmn:sequenceFlow")
                .filter(flow -> end.id() != null && end.id().equals(flow.attribute("targetRef")))
                .map(flow -> model.find(flow.attribute("sourceRef")))
                .toList();
        return !before.isEmpty()
                && before.stream().allMatch(source -> source != null && "overdue".equals(source.marker("signal")));
    }
}
