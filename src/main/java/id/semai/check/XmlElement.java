package id.semai.check;

import id.semai.rulebook.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An element as it stands in a file; kinds and attributes carry the usual prefix of their namespace, {@code bpmn:userTask}. */
final class XmlElement implements Place {

    private final String kind;
    private final XmlElement parent;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String kind, XmlElement parent, int line) {
        this.kind = kind;
        this.parent = parent;
        this.line = line;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void append(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    int length() {
        return text.length();
    }

    String kind() {
        return kind;
    }

    /** Without the prefix. */
    String tag() {
        return kind.substring(Math.max(kind.lastIndexOf(':'), kind.lastIndexOf('}')) + 1);
    }

    boolean is(String... kinds) {
        return Arrays.asList(kinds).contains(kind);
    }

    XmlElement parent() {
        return parent;
    }

    @Override
    public int line() {
        return line;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** Null if it is not there; stripped. */
    String attribute(String name) {
        String value = attributes.get(name);
        return value == null ? null : value.strip();
    }

    boolean has(String attribute) {
        String value = attribute(attribute);
        return value != null && !value.isEmpty();
    }

    List<XmlElement> children() {
        return children;
    }

    Stream<XmlElement> children(String... kinds) {
        return children.stream().filter(child -> child.is(kinds));
    }

    /** Null if there is none. */
    XmlElement child(String childKind) {
        return children(childKind).findFirst().orElse(null);
    }

    /** Itself and all below it, in the order of the file. */
    Stream<XmlElement> all() {
        List<XmlElement> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<XmlElement> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }

    Stream<XmlElement> all(String... kinds) {
        return all().filter(element -> element.is(kinds));
    }

    @Override
    public String id() {
        return has("id") ? attribute("id") : null;
    }

    @Override
    public String name() {
        return has("name") ? attribute("name") : null;
    }

    String text() {
        return text.toString().strip();
    }

    /** Properties of Camunda Modeler's panel, by their names. */
    Stream<XmlElement> markers() {
        return children("bpmn:extensionElements")
                .flatMap(extensions -> extensions.children("camunda:properties"))
                .flatMap(properties -> properties.children("camunda:property"));
    }

    /** Null when the element does not carry the marker, or carries it empty. */
    String marker(String markerName) {
        return markers()
                .filter(marker -> markerName.equals(marker.attribute("name")) && marker.has("value"))
                .map(marker -> marker.attribute("value"))
                .findFirst()
                .orElse(null);
    }

    Stream<XmlElement> mappings(String mappingKind) {
        return children("bpmn:extensionElements")
                .flatMap(extensions -> extensions.children("camunda:inputOutput"))
                .flatMap(inputOutput -> inputOutput.children(mappingKind));
    }
}
