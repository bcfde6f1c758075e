package id.semai.changes;

/**
 * One thing in which two versions of a file differ.
 *
 * @param element id of the element in the version that has it, the later one if both do; null for the file as a whole
 * @param elementType as BPMN, DMN or the form names it, such as {@code userTask}
 * @param name null where it has none
 * @param aspect code of what changed, such as {@code role}; {@code element} if the element itself came or went
 * @param before in Indonesian words, null where there was nothing
 * @param after in Indonesian words, null where there is nothing
 */
public record Change(
        String element, String elementType, String name, Kind kind, String aspect, String before, String after) {

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What changed, as people call it. */
    public String label() {
        return Aspect.of(aspect).label();
    }

    /** The element, as people call it: kind and name. */
    public String subject() {
        String called = name == null ? element : "“" + name + "”";
        return called == null ? Wording.type(elementType) : Wording.type(elementType) + " " + called;
    }

    /** All of it in one sentence without its full stop. */
    public String sentence() {
        return switch (kind) {
            case ADDED -> subject() + " ditambahkan" + inBrackets(after);
            case REMOVED -> subject() + " dihapus" + inBrackets(before);
            case CHANGED -> subject() + ": " + label() + change();
        };
    }

    private String change() {
        if (before == null) {
            return " ditambahkan: " + after;
        }
        return after == null ? " dihapus: " + before : " berubah dari " + before + " menjadi " + after;
    }

    private static String inBrackets(String summary) {
        return summary == null ? "" : " (" + summary + ")";
    }
}
