package id.semai.changes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A model as a tree that tests may break, and its spelling in any look they like. */
final class Xml {

    static final Path FOLDER = Path.of("processes");

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> CONTAINERS = Set.of("process", "subProcess");

    private Xml() {}

    static List<Path> files(String... endings) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document parse(byte[] content) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content));
        } catch (Exception e) {
            throw new IllegalStateException("a shipped file, or one that was written here", e);
        }
    }

    /** Without its diagram. */
    static Document undrawn(byte[] content) {
        Document model = parse(content);
        Element root = model.getDocumentElement();
        children(root).stream().filter(MeaningTest::isDrawing).forEach(root::removeChild);
        return model;
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static List<Element> all(Element root) {
        List<Element> all = new ArrayList<>(List.of(root));
        children(root).forEach(child -> all.addAll(all(child)));
        return all;
    }

    static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    static boolean isLeafWithText(Element element) {
        return children(element).isEmpty() && !element.getTextContent().isBlank();
    }

    /** Plainly, each attribute where it stood. */
    static byte[] written(Document document) {
        return new Writer(null).write(document.getDocumentElement());
    }

    /** With other prefixes, white space, comments, quotes, order of attributes and of flow elements. */
    static byte[] inAnotherLook(Document document, Random random) {
        all(document.getDocumentElement()).stream()
                .filter(element -> CONTAINERS.contains(element.getLocalName()))
                .forEach(container -> shuffle(container, random));
        return new Writer(random).write(document.getDocumentElement());
    }

    /** Flows keep their order among themselves, since an exclusive gateway asks them in it. */
    private static void shuffle(Element container, Random random) {
        List<Element> parts = new ArrayList<>(children(container));
        parts.removeIf(part -> Set.of("documentation", "extensionElements", "incoming", "outgoing")
                .contains(part.getLocalName()));
        List<Element> flows = parts.stream()
                .filter(part -> part.getLocalName().equals("sequenceFlow"))
                .toList();
        parts.removeAll(flows);
        Collections.shuffle(parts, random);
        int at = 0;
        for (Element flow : flows) {
            at += parts.size() == at ? 0 : random.nextInt(parts.size() - at + 1);
            parts.add(at++, flow);
        }
        parts.forEach(container::appendChild);
    }

    private static final class Writer {

        private final Random random;
        private final Map<String, String> prefixes = new TreeMap<>();
        private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

        Writer(Random random) {
            this.random = random;
        }

        byte[] write(Element root) {
            for (Element element : all(root)) {
                prefix(element);
                attributes(element).forEach(this::prefix);
            }
            write(root, true);
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }

        private String prefix(Node node) {
            String space = node.getNamespaceURI();
            if (space == null) {
                return "";
            }
            return prefixes.computeIfAbsent(space, none -> "p" + prefixes.size() + (random == null ? "" : word()))
                    + ":";
        }

        private String word() {
            return Integer.toString(random.nextInt(1000), 36);
        }

        private void write(Element element, boolean isRoot) {
            String name = prefix(element) + element.getLocalName();
            out.append('<').append(name);
            if (isRoot) {
                prefixes.forEach((space, prefix) -> attribute("xmlns:" + prefix, space));
            }
            List<Attr> attributes = attributes(element);
            if (random != null) {
                Collections.shuffle(attributes, random);
            }
            attributes.forEach(attribute -> attribute(prefix(attribute) + attribute.getLocalName(), value(attribute)));
            out.append('>');
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child) {
                    blank(element);
                    write(child, false);
                } else if (node.getNodeType() == Node.TEXT_NODE
                        && !node.getNodeValue().isBlank()) {
                    text(node.getNodeValue());
                }
            }
            blank(element);
            out.append("</").append(name).append('>');
        }

        /** Types carry a prefix in their value. */
        private String value(Attr attribute) {
            String value = attribute.getValue();
            int colon = value.indexOf(':');
            if (!XSI.equals(attribute.getNamespaceURI()) || colon < 0) {
                return value;
            }
            String space = attribute.getOwnerElement().lookupNamespaceURI(value.substring(0, colon));
            return space == null ? value : prefixes.get(space) + value.substring(colon);
        }

        private void attribute(String name, String value) {
            out.append(random != null && random.nextInt(10) == 0 ? "\n  " : " ");
            out.append(name).append("=\"");
            out.append(value.replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace("\"", "&quot;")
                            .replace("\n", "&#10;"))
                    .append('"');
        }

        private void text(String text) {
            if (random != null && random.nextBoolean() && !text.contains("]]>")) {
                out.append(" <![CDATA[").append(text).append("]]>\n");
            } else {
                out.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
            }
        }

        private void blank(Element around) {
            if (random == null || isLeafWithText(around)) {
                return;
            }
            switch (random.nextInt(4)) {
                case 0 -> out.append("\n\t ");
                case 1 -> out.append("<!-- ").append(word()).append(" --> ");
                case 2 -> out.append("<?editor ").append(word()).append("?>\n");
                default -> {
                    // Nothing.
                }
            }
        }
    }
}
