package id.semai.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The elements of a BPMN file; whatever is not told in words of its own is told as it stands. */
final class BpmnParts {

    private static final Aspect[] SUMMARY = {
        Aspect.STAGE,
        Aspect.DUE,
        Aspect.ROLE,
        Aspect.FORM,
        Aspect.OUTCOME,
        Aspect.TIMER,
        Aspect.MESSAGE,
        Aspect.DELEGATE,
        Aspect.CALLED_PROCESS,
        Aspect.DECISION,
        Aspect.CONDITION
    };

    private final BpmnNames names;
    private final BpmnAttributes attributes;
    private final Keys keys = new Keys();
    private final List<Part> parts = new ArrayList<>();

    private BpmnParts(BpmnNames names) {
        this.names = names;
        this.attributes = new BpmnAttributes(names);
    }

    static Inventory of(Piece definitions, UnaryOperator<String> roles) {
        BpmnParts reader = new BpmnParts(new BpmnNames(definitions, roles));
        reader.read(definitions, null);
        return Inventory.of(reader.parts);
    }

    private void read(Piece piece, String parent) {
        String key = keys.next(piece.id(), parent, piece.name());
        Facets facets = new Facets();
        facets.add("type", Facet.plain(Aspect.TYPE, piece.name(), Wording.type(piece.name())));
        if (parent != null) {
            facets.add("parent", Facet.reference(Aspect.PARENT, List.of(parent), names.called(parent)));
        }
        readOwn(piece, facets);
        parts.add(new Part(key, piece.name(), names.of(piece), summary(piece, facets), piece.position(), facets.all()));
        piece.children().stream().filter(child -> isPart(piece, child)).forEach(child -> read(child, key));
    }

    private void readOwn(Piece piece, Facets facets) {
        BpmnEvents events = new BpmnEvents(attributes, facets);
        piece.attributes().forEach((name, value) -> {
            if (!name.equals("id") && !name.equals(BpmnEvents.interrupting(piece))) {
                facets.add(name, attributes.facet(name, value));
            }
        });
        events.read(piece);
        piece.children().stream()
                .filter(child -> !isPart(piece, child))
                .forEach(child -> readChild(child, events, facets));
        if (!piece.text().isEmpty()) {
            facets.addOther("text", piece.text());
        }
    }

    private static boolean isPart(Piece parent, Piece child) {
        return BpmnEssence.CONTAINERS.contains(parent.name()) && BpmnEssence.isPartOfModel(child);
    }

    private void readChild(Piece child, BpmnEvents events, Facets facets) {
        String whole = child.canonical();
        switch (child.name()) {
            case "documentation" -> facets.add("documentation", Facet.plain(Aspect.DOCUMENTATION, whole, child.text()));
            case "conditionExpression" -> facets.add("condition", Facet.plain(Aspect.CONDITION, whole, child.text()));
            case "multiInstanceLoopCharacteristics" ->
                facets.add("loop", Facet.plain(Aspect.MULTI_INSTANCE, whole, loop(child)));
            case "extensionElements" -> new BpmnExtensions(names::called, facets).read(child);
            default -> {
                if (BpmnEvents.isDefinition(child.name())) {
                    events.readDefinition(child);
                } else {
                    facets.addOther(child.name(), whole);
                }
            }
        }
    }

    private static String loop(Piece loop) {
        String collection = loop.attribute("camunda:collection");
        String each = collection == null
                ? loop.children().stream().map(Piece::text).collect(Collectors.joining(" "))
                : "untuk setiap " + loop.attributes().getOrDefault("camunda:elementVariable", "isi") + " dari "
                        + collection;
        return each + (loop.attribute("isSequential") == null ? ", bersamaan" : ", satu per satu");
    }

    private String summary(Piece piece, Facets facets) {
        String more = facets.summary(SUMMARY);
        if (!piece.name().equals("sequenceFlow") || piece.attribute("name") == null) {
            return more;
        }
        return more == null ? names.path(piece) : names.path(piece) + "; " + more;
    }
}
