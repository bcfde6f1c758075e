package id.semai.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The decisions of a DMN file with the columns and rows of their tables. */
final class DmnParts {

    private static final Set<String> CONTAINERS = Set.of("definitions", "decision", "decisionTable");
    private static final Set<String> PARTS_OF_DECISIONS = Set.of("decisionTable", "input", "output", "rule");

    private static final Map<String, Aspect> ATTRIBUTES = Map.of(
            "name", Aspect.NAME,
            "label", Aspect.LABEL,
            "hitPolicy", Aspect.HIT_POLICY,
            "aggregation", Aspect.HIT_POLICY,
            "typeRef", Aspect.TYPE,
            "camunda-dmn:historyTimeToLive", Aspect.HISTORY);

    private final Keys keys = new Keys();
    private final List<Part> parts = new ArrayList<>();

    private DmnParts() {}

    static Inventory of(Piece definitions) {
        DmnParts reader = new DmnParts();
        reader.read(definitions, null, definitions);
        return Inventory.of(reader.parts);
    }

    private String read(Piece piece, String parentKey, Piece parent) {
        String key = keys.next(piece.id(), parentKey, piece.name());
        Facets facets = new Facets();
        facets.add("type", Facet.plain(Aspect.TYPE, piece.name(), Wording.type(piece.name())));
        if (parentKey != null) {
            facets.add("parent", Facet.reference(Aspect.PARENT, List.of(parentKey), parentKey));
        }
        readAttributes(piece, facets);
        readCells(piece, "inputEntry", parent.all("input").toList(), facets);
        readCells(piece, "outputEntry", parent.all("output").toList(), facets);
        readChildren(piece, facets);
        List<String> inOrder = new ArrayList<>();
        for (Piece child : piece.children()) {
            if (isPart(piece, child)) {
                inOrder.add(read(child, key, piece));
            }
        }
        if (piece.name().equals("decisionTable") && inOrder.size() > 1) {
            facets.add("order", Facet.order(inOrder, String.join(", ", inOrder)));
        }
        parts.add(new Part(key, piece.name(), name(piece), summary(piece, facets), piece.position(), facets.all()));
        return key;
    }

    private static boolean isPart(Piece parent, Piece child) {
        boolean isRoot = parent.name().equals("definitions") && child.isOfTheModel();
        return CONTAINERS.contains(parent.name())
                && (PARTS_OF_DECISIONS.contains(child.name())
                        || (isRoot
                                && !child.name().equals("description")
                                && !child.name().equals("extensionElements")));
    }

    private static void readAttributes(Piece piece, Facets facets) {
        piece.attributes().forEach((name, value) -> {
            Aspect aspect = ATTRIBUTES.getOrDefault(name, Aspect.OTHER);
            if (!name.equals("id")) {
                facets.add("attribute:" + name, Facet.plain(aspect, value, words(aspect, name, value)));
            }
        });
        if (!piece.text().isEmpty()) {
            facets.add("text", Facet.plain(Aspect.OTHER, piece.text()));
        }
    }

    private static String words(Aspect aspect, String name, String value) {
        return switch (aspect) {
            case NAME, LABEL -> Wording.quoted(value);
            case OTHER -> name + " = " + value;
            default -> value;
        };
    }

    private static void readCells(Piece row, String kind, List<Piece> columns, Facets facets) {
        List<Piece> cells = row.all(kind).toList();
        for (int i = 0; i < cells.size(); i++) {
            Piece column = i < columns.size() ? columns.get(i) : null;
            Aspect aspect = kind.equals("inputEntry") ? Aspect.CONDITION : Aspect.RESULT;
            String words = label(column, i) + ": " + text(cells.get(i));
            facets.add(
                    kind + ":" + key(column, i),
                    Facet.plain(aspect, cells.get(i).canonical(), words));
        }
    }

    private static String key(Piece column, int index) {
        return column == null || column.id() == null ? String.valueOf(index) : column.id();
    }

    private static String label(Piece column, int index) {
        String label = column == null ? null : name(column);
        return label == null ? "kolom " + (index + 1) : label;
    }

    private static void readChildren(Piece piece, Facets facets) {
        for (Piece child : piece.children()) {
            switch (child.name()) {
                case "inputEntry", "outputEntry" -> {
                    // Told as cells.
                }
                case "description" -> add("description", Aspect.DOCUMENTATION, child, facets);
                case "inputExpression" -> add("expression", Aspect.EXPRESSION, child, facets);
                default -> {
                    if (!isPart(piece, child)) {
                        add("other:" + child.name(), Aspect.OTHER, child, facets);
                    }
                }
            }
        }
    }

    private static void add(String key, Aspect aspect, Piece child, Facets facets) {
        facets.add(key, Facet.plain(aspect, child.canonical(), text(child)));
    }

    private static String text(Piece piece) {
        String text = piece.first("text").map(Piece::text).orElse(piece.text());
        return text.isEmpty() ? Wording.brief(piece.canonical()) : text;
    }

    private static String name(Piece piece) {
        String label = piece.attribute("label");
        return label != null
                ? label
                : piece.name().equals("rule")
                        ? piece.first("description").map(Piece::text).orElse(null)
                        : piece.attribute("name");
    }

    private static String summary(Piece piece, Facets facets) {
        return piece.name().equals("rule") ? facets.summary(Aspect.CONDITION, Aspect.RESULT) : null;
    }
}
