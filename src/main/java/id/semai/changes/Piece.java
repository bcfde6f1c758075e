package id.semai.changes;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An element of XML as its meaning is spelled: no prefixes, no comments, no white space around texts.
 *
 * @param name local in the namespace of the file's root, with {@code camunda:} in Camunda's, else {@code {uri}local}
 * @param position where it stands in the file; no part of what it means
 */
record Piece(String name, SortedMap<String, String> attributes, List<Piece> children, String text, int position) {

    Piece {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        children = List.copyOf(children);
    }

    /** Null without one. */
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    String id() {
        return attribute("id");
    }

    boolean isOfTheModel() {
        return name.indexOf(':') < 0;
    }

    boolean isEmpty() {
        return children.isEmpty() && attributes.isEmpty() && text.isEmpty();
    }

    Stream<Piece> all(String child) {
        return children.stream().filter(piece -> piece.name.equals(child));
    }

    Optional<Piece> first(String child) {
        return all(child).findFirst();
    }

    /** Different for any two that differ in anything but position. */
    String canonical() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((key, value) ->
                out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        out.append('>').append(escaped(text));
        children.forEach(child -> child.write(out));
        out.append("</>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
