package id.semai.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a model says to Camunda and to Semai, in the order in which it does. */
final class BpmnExtensions {

    private static final Map<String, Aspect> PROPERTIES = Map.of(
            "stage", Aspect.STAGE,
            "due", Aspect.DUE,
            "notBy", Aspect.NOT_BY,
            "evidence", Aspect.EVIDENCE,
            "outcome", Aspect.OUTCOME,
            "reason", Aspect.REASON,
            "signal", Aspect.SIGNAL,
            "journey", Aspect.JOURNEY);

    private static final Map<String, Set<String>> ENTRIES = Map.of(
            "camunda:properties", Set.of("camunda:property"),
            "camunda:inputOutput", Set.of("camunda:inputParameter", "camunda:outputParameter"));

    private static final Set<String> PROPERTY = Set.of("name", "value");

    private final UnaryOperator<String> called;
    private final Facets facets;
    private final List<String> order = new ArrayList<>();

    BpmnExtensions(UnaryOperator<String> called, Facets facets) {
        this.called = called;
        this.facets = facets;
    }

    void read(Piece extensions) {
        extensions.children().forEach(child -> {
            if (isFirst(child, extensions) && isPlain(child)) {
                child.children().forEach(this::readEntry);
            } else {
                readDirect(child);
            }
        });
        if (!extensions.attributes().isEmpty() || !extensions.text().isEmpty()) {
            String own = extensions.attributes() + extensions.text();
            facets.add("extension:own", Facet.plain(Aspect.OTHER, own));
        }
        if (order.size() > 1) {
            facets.add("extension:order", Facet.order(order, String.join(", ", order)));
        }
    }

    /** Of two the engine reads the first. */
    private static boolean isFirst(Piece child, Piece extensions) {
        return extensions.first(child.name()).orElseThrow() == child;
    }

    private static boolean isPlain(Piece child) {
        Set<String> entries = ENTRIES.get(child.name());
        return entries != null
                && child.attributes().isEmpty()
                && child.text().isEmpty()
                && child.children().stream().map(Piece::name).allMatch(entries::contains);
    }

    private void readEntry(Piece entry) {
        switch (entry.name()) {
            case "camunda:inputParameter" -> readParameter(Aspect.INPUT, entry);
            case "camunda:outputParameter" -> readParameter(Aspect.OUTPUT, entry);
            default -> readProperty(entry);
        }
    }

    private void readDirect(Piece entry) {
        String whole = entry.canonical();
        switch (entry.name()) {
            case "camunda:in" -> add("in", Facet.plain(Aspect.PASSED, whole, "masuk: " + passed(entry)));
            case "camunda:out" -> add("out", Facet.plain(Aspect.PASSED, whole, "keluar: " + passed(entry)));
            case "camunda:failedJobRetryTimeCycle" ->
                add("retry", Facet.plain(Aspect.RETRY, whole, Spans.timer("timeCycle", entry.text())));
            default -> add(entry.name(), Facet.plain(Aspect.OTHER, whole, Wording.brief(whole)));
        }
    }

    private void readProperty(Piece property) {
        String name = property.attributes().getOrDefault("name", "");
        String value = property.attributes().getOrDefault("value", "");
        Aspect aspect = PROPERTIES.getOrDefault(name, Aspect.PROPERTY);
        if (!isOnlyNameAndValue(property)) {
            add("property", Facet.plain(Aspect.PROPERTY, property.canonical(), Wording.brief(property.canonical())));
        } else if (aspect == Aspect.NOT_BY) {
            List<String> tasks = Arrays.asList(value.split(","));
            add(
                    "property:notBy",
                    Facet.reference(
                            aspect,
                            tasks,
                            tasks.stream().map(String::strip).map(called).collect(Collectors.joining(" dan "))));
        } else {
            add("property:" + name, Facet.plain(aspect, property.canonical(), words(aspect, name, value)));
        }
    }

    private static boolean isOnlyNameAndValue(Piece property) {
        return property.attributes().keySet().equals(PROPERTY)
                && property.children().isEmpty()
                && property.text().isEmpty();
    }

    private static String words(Aspect aspect, String name, String value) {
        return switch (aspect) {
            case PROPERTY -> name + " = " + value;
            case DUE -> Spans.deadline(value);
            default -> Wording.property(name, value);
        };
    }

    private void readParameter(Aspect aspect, Piece parameter) {
        String name = parameter.attributes().getOrDefault("name", "");
        String value = parameter.children().isEmpty() ? parameter.text() : Wording.brief(parameter.canonical());
        add(aspect.code() + ":" + name, Facet.plain(aspect, parameter.canonical(), name + " = " + value));
    }

    private static String passed(Piece mapping) {
        Map<String, String> attributes = mapping.attributes();
        if (attributes.containsKey("variables")) {
            return "semua data";
        }
        if (attributes.containsKey("businessKey")) {
            return "kunci perkara " + attributes.get("businessKey");
        }
        String source = attributes.getOrDefault("source", attributes.get("sourceExpression"));
        return source + " sebagai " + attributes.get("target");
    }

    private void add(String key, Facet facet) {
        order.add(facets.add("extension:" + key, facet));
    }
}
