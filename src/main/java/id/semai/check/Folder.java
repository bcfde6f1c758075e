package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that is there, the files that are judged and those around them, for rules that look beyond one file. */
final class Folder {

    private final Set<String> names;
    private final Map<String, Bpmn> processes = new TreeMap<>();
    private final Set<String> decisions = new HashSet<>();
    private final Map<String, JsonForm> forms = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, List<String>> stages = new TreeMap<>();
    private final Set<String> variables = new HashSet<>();

    /** @param names of all files; what lies in one that cannot be read is not told to be missing, too */
    Folder(Set<String> names) {
        this.names = names.stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    /** The first file with an id keeps it. */
    void addProcess(Bpmn model) {
        XmlElement process = model.process();
        if (process != null && process.id() != null && own("process " + process.id(), model.report())) {
            processes.put(process.id(), model);
            stages(model).forEach(stage -> stages.computeIfAbsent(stage.marker("stage"), code -> new ArrayList<>())
                    .add(place(model, stage)));
        }
        variables.addAll(VariableRules.setIn(model));
    }

    void addDecision(String id, Report report) {
        if (own("decision " + id, report)) {
            decisions.add(id);
        }
    }

    void addForm(JsonForm form, Report report) {
        if (own("form " + form.id(), report)) {
            forms.put(form.id(), form);
        }
        variables.addAll(form.keys());
    }

    private boolean own(String what, Report report) {
        String owner = owners.putIfAbsent(what, report.file());
        if (owner != null) {
            report.add(Rule.ID_DUPLICATE, 1, null, null, what.substring(what.indexOf(' ') + 1), owner);
        }
        return owner == null;
    }

    boolean hasProcess(String id) {
        return processes.containsKey(id) || names.contains(id + ".bpmn");
    }

    boolean hasDecision(String id) {
        return decisions.contains(id) || names.contains(id + ".dmn");
    }

    boolean hasForm(String id) {
        return forms.containsKey(id) || names.contains(id + ".form");
    }

    /** Whether anything that is there may have set a variable of this name. */
    boolean sets(String variable) {
        return variables.contains(variable);
    }

    /** Where a stage's code stands, as file and element. */
    List<String> placesOf(String stage) {
        return stages.getOrDefault(stage, List.of());
    }

    static String place(Bpmn model, XmlElement stage) {
        return model.report().file() + " " + stage.id();
    }

    static List<XmlElement> stages(Bpmn model) {
        return model.each("bpmn:callActivity", "bpmn:subProcess")
                .filter(element -> element.marker("stage") != null)
                .toList();
    }

    /** Calls of a process, with the model that holds them. */
    Map<XmlElement, Bpmn> callsOf(String process) {
        Map<XmlElement, Bpmn> calls = new HashMap<>();
        processes.values().forEach(model -> model.each("bpmn:callActivity")
                .filter(call -> process.equals(call.attribute("calledElement")))
                .forEach(call -> calls.put(call, model)));
        return calls;
    }
}
