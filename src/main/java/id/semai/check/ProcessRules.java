package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** What a file and its process say of themselves. */
final class ProcessRules implements Rules {

    /** As the engine reads it. */
    private static final Pattern DAYS = Pattern.compile("(P\\d{1,9}D|\\d{1,9})");

    private static final String PLATFORM = "modeler:executionPlatform";

    @Override
    public void look(Bpmn model, Folder folder) {
        platform(model.root(), model.report());
        if (model.process() == null) {
            model.report().add(Rule.PROCESS_ONE, model.root(), model.processes().size());
            return;
        }
        process(model.process(), model.report());
        model.scopes().forEach(scope -> starts(scope, model.report()));
    }

    static void platform(XmlElement root, Report report) {
        if (root.has(PLATFORM) && !root.attribute(PLATFORM).equals("Camunda Platform")) {
            report.add(Rule.PLATFORM, root, root.attribute(PLATFORM));
        }
    }

    private static void process(XmlElement process, Report report) {
        FileNames.check(process, report);
        if (!"true".equals(process.attribute("isExecutable"))) {
            report.add(Rule.PROCESS_EXECUTABLE, process);
        }
        history(process, "camunda:historyTimeToLive", report);
    }

    static void history(XmlElement owner, String attribute, Report report) {
        String kept = owner.attribute(attribute);
        if (kept == null || !DAYS.matcher(kept).matches()) {
            report.add(Rule.HISTORY, owner, kept == null ? "" : kept);
        }
    }

    private static void starts(XmlElement scope, Report report) {
        List<XmlElement> starts = scope.children("bpmn:startEvent").toList();
        boolean byEvent = Bpmn.isEventSubProcess(scope);
        boolean right = starts.size() == 1
                && byEvent
                        == (Bpmn.holds(starts.get(0), "bpmn:timerEventDefinition")
                                || Bpmn.holds(starts.get(0), "bpmn:messageEventDefinition"));
        if (!right) {
            report.add(Rule.START_EVENT, starts.isEmpty() ? scope : starts.get(starts.size() - 1));
        }
    }
}
