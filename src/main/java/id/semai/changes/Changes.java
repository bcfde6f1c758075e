package id.semai.changes;

import java.util.List;
import java.util.function.UnaryOperator;

/** What an edit changes, element by element, in words. */
public final class Changes {

    private Changes() {}

    /** Of BPMN; roles are told by their ids. */
    public static List<Change> between(byte[] bpmnBefore, byte[] bpmnAfter) {
        return between(".bpmn", bpmnBefore, bpmnAfter, UnaryOperator.identity());
    }

    /**
     * Empty if, and only if, both mean the same. In the order of the later file; what is gone stands where it was. No
     * content is a file that is not there; what cannot be read makes one change of the file as a whole.
     *
     * @param roleNames what people call a role, by its id
     */
    public static List<Change> between(String fileName, byte[] before, byte[] after, UnaryOperator<String> roleNames) {
        if (Meaning.of(fileName, before).equals(Meaning.of(fileName, after))) {
            return List.of();
        }
        FileKind kind = FileKind.of(fileName);
        try {
            List<Change> changes =
                    new Comparison(inventory(kind, before, roleNames), inventory(kind, after, roleNames)).changes();
            return changes.isEmpty() ? List.of(whole("isi lama", "isi baru")) : changes;
        } catch (Unreadable e) {
            return List.of(whole(readability(kind, before), readability(kind, after)));
        }
    }

    private static Inventory inventory(FileKind kind, byte[] content, UnaryOperator<String> roleNames)
            throws Unreadable {
        return content.length == 0 ? Inventory.NOTHING : kind.inventory(content, roleNames);
    }

    private static Change whole(String before, String after) {
        return new Change(null, "file", null, Change.Kind.CHANGED, Aspect.FILE.code(), before, after);
    }

    private static String readability(FileKind kind, byte[] content) {
        if (content.length == 0) {
            return null;
        }
        try {
            kind.canonical(content);
            return "isi yang dapat dibaca";
        } catch (Unreadable e) {
            return "isi yang tidak dapat dibaca (%d bita)".formatted(content.length);
        }
    }
}
