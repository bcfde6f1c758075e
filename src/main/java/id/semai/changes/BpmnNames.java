package id.semai.changes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What people call the elements of one BPMN file, and the roles. */
final class BpmnNames {

    private final UnaryOperator<String> roles;
    private final Map<String, String> names = new HashMap<>();

    BpmnNames(Piece definitions, UnaryOperator<String> roles) {
        this.roles = roles;
        nameNamed(definitions);
        nameFlows(definitions);
    }

    private void nameNamed(Piece piece) {
        if (piece.id() != null && piece.attribute("name") != null) {
            names.putIfAbsent(piece.id(), oneLine(piece.attribute("name")));
        }
        piece.children().forEach(this::nameNamed);
    }

    private void nameFlows(Piece piece) {
        if (piece.id() != null && isNamelessFlow(piece) && path(piece) != null) {
            names.putIfAbsent(piece.id(), path(piece));
        }
        piece.children().forEach(this::nameFlows);
    }

    private static boolean isNamelessFlow(Piece piece) {
        return piece.name().equals("sequenceFlow") && piece.attribute("name") == null;
    }

    /** Null for nothing; a flow without a name is called by what it connects. */
    String of(Piece piece) {
        if (isNamelessFlow(piece)) {
            return path(piece);
        }
        String name = piece.attribute("name");
        return name == null ? null : oneLine(name);
    }

    /** Null unless the flow has two ends. */
    String path(Piece flow) {
        String source = flow.attribute("sourceRef");
        String target = flow.attribute("targetRef");
        return source == null || target == null
                ? null
                : names.getOrDefault(source, source) + " → " + names.getOrDefault(target, target);
    }

    String called(String id) {
        String name = names.get(id);
        return name == null ? id : Wording.quoted(name);
    }

    String roles(String groups) {
        return Arrays.stream(groups.split(",")).map(String::strip).map(roles).collect(Collectors.joining(" atau "));
    }

    static String oneLine(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }
}
