package id.semai.check;

import id.semai.rulebook.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Properties that mean something to Semai: their names, where they stand, what they say. */
final class MarkerRules implements Rules {

    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Set<String> STAGES = Set.of("bpmn:callActivity", "bpmn:subProcess");

    private static final Map<String, Marker> KNOWN = Map.of(
            "journey", new Marker(Set.of("bpmn:process"), "innovation", "innovation"),
            "stage", new Marker(STAGES, ".*", ""),
            "due", new Marker(STAGES, "[$#]\\{.*}", "${deadline('lab.due')}"),
            "signal", new Marker(Set.of("bpmn:boundaryEvent"), "overdue", "overdue"),
            "outcome", new Marker(Set.of("bpmn:endEvent"), CODE, "accepted"),
            "reason", new Marker(Set.of("bpmn:endEvent", "bpmn:boundaryEvent", "bpmn:startEvent"), CODE, "no-answer"),
            "notBy", new Marker(Set.of("bpmn:userTask"), ".*", ""),
            "evidence", new Marker(Set.of("bpmn:userTask"), "required|optional", "required, optional"));

    @Override
    public void look(Bpmn model, Folder folder) {
        model.root().all().forEach(element -> element.markers().forEach(marker -> look(element, marker, model)));
        model.each("bpmn:userTask").forEach(task -> fourEyes(task, model));
    }

    private static void look(XmlElement element, XmlElement property, Bpmn model) {
        String name = String.valueOf(property.attribute("name"));
        Marker marker = KNOWN.get(name);
        if (marker == null) {
            tell(Rule.MARKER_UNKNOWN, element, property, model, name, KNOWN.keySet());
        } else if (!marker.isPlacedWell(name, element)) {
            tell(Rule.MARKER_PLACE, element, property, model, name, marker.tags());
        } else if (property.has("value") && !marker.takes(property.attribute("value"))) {
            tell(Rule.MARKER_VALUE, element, property, model, name, property.attribute("value"), marker.example);
        }
    }

    private static void tell(Rule rule, XmlElement element, XmlElement property, Bpmn model, Object... words) {
        model.report().add(rule, property.line(), element.id(), element.name(), words);
    }

    private static void fourEyes(XmlElement task, Bpmn model) {
        Set<String> tasks = model.each("bpmn:userTask").map(XmlElement::id).collect(Collectors.toSet());
        list(task.marker("notBy"))
                .filter(named -> !tasks.contains(named) || named.equals(task.id()))
                .forEach(named -> model.report().add(Rule.NOTBY_UNKNOWN, task, named));
    }

    static Stream<String> list(String commaSeparated) {
        return commaSeparated == null
                ? Stream.empty()
                : List.of(commaSeparated.split(",")).stream().map(String::strip).filter(word -> !word.isEmpty());
    }

    private record Marker(Set<String> places, String pattern, String example) {

        boolean isPlacedWell(String name, XmlElement element) {
            boolean stageOfAnEvent = STAGES.equals(places) && Bpmn.isEventSubProcess(element);
            boolean dueOfNoStage = name.equals("due") && element.marker("stage") == null;
            return places.contains(element.kind()) && !stageOfAnEvent && !dueOfNoStage;
        }

        boolean takes(String value) {
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(value).matches();
        }

        List<String> tags() {
            return places.stream().map(kind -> kind.substring("bpmn:".length())).toList();
        }
    }
}
