package id.semai.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of a model is neither its drawing nor its editor's own notes, in an order that means something. */
abstract class Essence {

    private static final Set<String> EDITORS = Set.of("exporter", "exporterVersion");
    private static final List<String> DRAWING = List.of(
            "{http://www.omg.org/spec/BPMN/20100524/DI}",
            "{http://www.omg.org/spec/BPMN/non-normative/",
            "{http://www.omg.org/spec/DD/",
            "{http://www.omg.org/spec/DMN/20180521/D",
            "{https://www.omg.org/spec/DMN/20191111/DMNDI/}",
            "{http://bpmn.io/",
            "{http://camunda.org/schema/modeler/",
            "camunda:modelerTemplate");

    private static final Comparator<Piece> BY_NAME = Comparator.comparing(Piece::name);

    private static final Comparator<Piece> BY_ID_OR_ALL = Comparator.comparing(
                    Piece::id, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Piece::canonical);

    Piece of(Piece root) {
        return reduced(root, null);
    }

    private Piece reduced(Piece piece, Piece parent) {
        List<Piece> children = piece.children().stream()
                .filter(child -> !isDrawing(child.name()) && !isRepeated(child))
                .map(child -> reduced(child, piece))
                .filter(child -> !saysNothing(child))
                .collect(Collectors.toCollection(ArrayList::new));
        if (piece.isOfTheModel() && !piece.name().equals("extensionElements")) {
            children.sort(isContainer(piece) ? BY_NAME.thenComparing(this::inContainer) : BY_NAME);
        }
        return new Piece(piece.name(), attributes(piece, parent), children, piece.text(), piece.position());
    }

    private SortedMap<String, String> attributes(Piece piece, Piece parent) {
        SortedMap<String, String> attributes = new TreeMap<>(piece.attributes());
        attributes.keySet().removeIf(Essence::isDrawing);
        if (parent == null) {
            attributes.keySet().removeAll(EDITORS);
        }
        reduce(piece, parent, attributes);
        return attributes;
    }

    private int inContainer(Piece one, Piece other) {
        return isPart(one) && isPart(other) ? BY_ID_OR_ALL.compare(one, other) : 0;
    }

    /** Takes away from {@code attributes} what says nothing, and adds what only the order of the file says. */
    abstract void reduce(Piece piece, Piece parent, Map<String, String> attributes);

    /** Whether the order of its parts means nothing. */
    abstract boolean isContainer(Piece piece);

    /** Whether it stands for itself in its container, with a name or an id that others may refer to. */
    abstract boolean isPart(Piece piece);

    /** Whether another element says the same. */
    abstract boolean isRepeated(Piece piece);

    abstract boolean saysNothing(Piece piece);

    static boolean isDrawing(String name) {
        return !name.equals("xsi:type")
                && (name.startsWith("xsi:") || DRAWING.stream().anyMatch(name::startsWith));
    }
}
