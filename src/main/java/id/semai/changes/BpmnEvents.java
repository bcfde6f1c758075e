package id.semai.changes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What sets an event off, and whether it interrupts. */
final class BpmnEvents {

    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");
    private static final Set<String> CATCHING = Set.of("boundaryEvent", "startEvent");

    private final BpmnAttributes attributes;
    private final Facets facets;

    BpmnEvents(BpmnAttributes attributes, Facets facets) {
        this.attributes = attributes;
        this.facets = facets;
    }

    void read(Piece piece) {
        List<String> definitions = piece.children().stream()
                .map(Piece::name)
                .filter(name -> isDefinition(name) && !BpmnEssence.CONTAINERS.contains(piece.name()))
                .toList();
        if (!definitions.isEmpty()) {
            String words = definitions.stream().map(Wording::event).collect(Collectors.joining(", "));
            facets.add("event", Facet.plain(Aspect.EVENT, String.join(" ", definitions), words));
        }
        String attribute = interrupting(piece);
        if (CATCHING.contains(piece.name()) && (!definitions.isEmpty() || piece.attribute(attribute) != null)) {
            String value = piece.attributes().getOrDefault(attribute, "true");
            facets.add(attribute, Facet.plain(Aspect.INTERRUPTING, value, interruption(value)));
        }
    }

    static boolean isDefinition(String name) {
        return name.endsWith("EventDefinition");
    }

    private static String interruption(String value) {
        return switch (value) {
            case "true" -> "menghentikan pekerjaan";
            case "false" -> "tidak menghentikan pekerjaan";
            default -> value;
        };
    }

    /** The attribute that says whether an event interrupts; told with the event, since it may be left out. */
    static String interrupting(Piece piece) {
        return switch (piece.name()) {
            case "boundaryEvent" -> "cancelActivity";
            case "startEvent" -> "isInterrupting";
            default -> "";
        };
    }

    void readDefinition(Piece definition) {
        for (Piece detail : definition.children()) {
            boolean isTime = TIMES.contains(detail.name());
            String words = isTime
                    ? Spans.timer(detail.name(), detail.text())
                    : detail.text().isEmpty() ? Wording.brief(detail.canonical()) : detail.text();
            String key = isTime ? "timer" : "event:" + detail.name();
            facets.add(key, Facet.plain(isTime ? Aspect.TIMER : Aspect.EVENT, detail.canonical(), words));
        }
        definition.attributes().forEach((name, value) -> facets.add("event:" + name, attributes.facet(name, value)));
        if (!definition.text().isEmpty()) {
            facets.addOther("event", definition.text());
        }
    }
}
