package id.semai.changes;

import java.util.Map;
import java.util.Set;

/** What of a DMN file changes a decision or what people read of it; the order of rows and columns does. */
final class DmnEssence extends Essence {

    private static final Set<String> NO_PARTS = Set.of("description", "extensionElements", "import");

    /** Nothing refers to an id of these. */
    private static final Set<String> NAMELESS =
            Set.of("inputEntry", "outputEntry", "inputExpression", "text", "description");

    static Piece read(byte[] content) throws Unreadable {
        return new DmnEssence().of(XmlReader.read(content));
    }

    @Override
    void reduce(Piece piece, Piece parent, Map<String, String> attributes) {
        if (NAMELESS.contains(piece.name())) {
            attributes.remove("id");
        }
    }

    @Override
    boolean isContainer(Piece piece) {
        return piece.name().equals("definitions");
    }

    @Override
    boolean isPart(Piece piece) {
        return piece.isOfTheModel() && !NO_PARTS.contains(piece.name());
    }

    @Override
    boolean isRepeated(Piece piece) {
        return false;
    }

    @Override
    boolean saysNothing(Piece piece) {
        return piece.name().equals("extensionElements") && piece.isEmpty();
    }
}
