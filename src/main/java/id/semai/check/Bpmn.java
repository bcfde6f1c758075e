package id.semai.check;

import id.semai.rulebook.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A BPMN file that could be read, with the questions that rules ask of it. */
final class Bpmn {

    static final String[] ACTIVITIES = {
        "bpmn:userTask",
        "bpmn:serviceTask",
        "bpmn:businessRuleTask",
        "bpmn:receiveTask",
        "bpmn:callActivity",
        "bpmn:subProcess"
    };
    static final String[] EVENTS = {
        "bpmn:startEvent",
        "bpmn:endEvent",
        "bpmn:boundaryEvent",
        "bpmn:intermediateCatchEvent",
        "bpmn:intermediateThrowEvent"
    };

    private static final Set<String> NO_NODES = Set.of(
            "bpmn:documentation",
            "bpmn:extensionElements",
            "bpmn:incoming",
            "bpmn:outgoing",
            "bpmn:sequenceFlow",
            "bpmn:laneSet",
            "bpmn:textAnnotation",
            "bpmn:association",
            "bpmn:group",
            "bpmn:multiInstanceLoopCharacteristics");

    private final Report report;
    private final XmlElement root;
    private final Map<String, XmlElement> byId = new HashMap<>();

    Bpmn(Report report, XmlElement root) {
        this.report = report;
        this.root = root;
        root.all()
                .filter(element -> element.id() != null && element.kind().startsWith("bpmn:"))
                .forEach(element -> byId.putIfAbsent(element.id(), element));
    }

    Report report() {
        return report;
    }

    XmlElement root() {
        return root;
    }

    List<XmlElement> processes() {
        return root.children("bpmn:process").toList();
    }

    /** Null if there is none, or more than one. */
    XmlElement process() {
        return processes().size() == 1 ? processes().get(0) : null;
    }

    Stream<XmlElement> each(String... kinds) {
        return root.all(kinds);
    }

    /** The process and everything within it that has nodes of its own. */
    Stream<XmlElement> scopes() {
        return each("bpmn:process", "bpmn:subProcess");
    }

    static List<XmlElement> nodes(XmlElement scope) {
        return scope.children().stream()
                .filter(child -> child.kind().startsWith("bpmn:") && !NO_NODES.contains(child.kind()))
                .toList();
    }

    /** Null if nothing of the process carries the id, or the id is null. */
    XmlElement find(String id) {
        return byId.get(id);
    }

    static boolean isEventSubProcess(XmlElement element) {
        return element.is("bpmn:subProcess") && "true".equals(element.attribute("triggeredByEvent"));
    }

    static boolean holds(XmlElement event, String definition) {
        return event.child(definition) != null;
    }
}
