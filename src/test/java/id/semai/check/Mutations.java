package id.semai.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The shipped files, damaged or made hostile, from a seed. */
final class Mutations {

    private static final byte[] ODD = "<>&\"'{}$#/=\0\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Random random;
    private final Hostile hostile;
    private final List<Map.Entry<String, byte[]>> files;

    Mutations(long seed, int port, Map<String, byte[]> files) {
        this.random = new Random(seed);
        this.hostile = new Hostile(random, port);
        this.files = files.entrySet().stream()
                .filter(file -> file.getKey().matches("[^/]+\\.(bpmn|dmn|form)"))
                .toList();
    }

    /** @param hostile whether it must not be let through */
    record Mutation(String name, byte[] content, boolean hostile) {}

    Mutation next() throws Exception {
        String ending = oneOf(List.of(".bpmn", ".bpmn", ".bpmn", ".dmn", ".form"));
        List<Map.Entry<String, byte[]>> kind =
                files.stream().filter(file -> file.getKey().endsWith(ending)).toList();
        Map.Entry<String, byte[]> file = oneOf(kind);
        boolean isXml = !file.getKey().endsWith(".form");
        if (isXml && random.nextBoolean()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            String planted = hostile.planted(file.getKey(), text);
            return new Mutation(file.getKey(), hostile.encoded(planted), !planted.equals(text));
        }
        byte[] content = file.getValue();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            content = isXml && random.nextInt(3) > 0 ? tree(content) : bytes(content);
        }
        return new Mutation(file.getKey(), content, false);
    }

    private byte[] bytes(byte[] content) {
        int at = random.nextInt(content.length + 1);
        int length = Math.min(content.length - at, random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(content, at);
            case 1 -> joined(Arrays.copyOf(content, at), rest(content, at + length));
            case 2 -> joined(Arrays.copyOf(content, at + length), rest(content, at));
            case 3 ->
                joined(Arrays.copyOf(content, at), new byte[] {ODD[random.nextInt(ODD.length)]}, rest(content, at));
            default -> flipped(content.clone());
        };
    }

    private byte[] flipped(byte[] content) {
        for (int times = random.nextInt(8); times >= 0 && content.length > 0; times--) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        return content;
    }

    private static byte[] rest(byte[] content, int from) {
        return Arrays.copyOfRange(content, from, content.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** As it is where a mutation before has left no XML. */
    private byte[] tree(byte[] content) throws Exception {
        Document document;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            document = builder.parse(new ByteArrayInputStream(content));
        } catch (SAXException | IOException broken) {
            return content;
        }
        change(document);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(written));
        return written.toByteArray();
    }

    private void change(Document document) {
        List<Element> elements = elements(document);
        Element one = oneOf(elements);
        Element other = oneOf(elements);
        switch (random.nextInt(6)) {
            case 0 -> one.getParentNode().removeChild(one);
            case 1 -> other.appendChild(one.cloneNode(true));
            case 2 -> move(one, other);
            case 3 -> swap(one, other);
            case 4 -> document.renameNode(one, one.getNamespaceURI(), other.getNodeName());
            default ->
                attribute(
                        one,
                        node -> node.setNodeValue(
                                oneOf(List.of("", "x", "true", "P1D", "${x}", "0", "Task_Uji", "http://x", " "))));
        }
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 1; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements.isEmpty() ? List.of(document.createElement("x")) : elements;
    }

    private static void move(Element one, Element other) {
        for (Node around = other; around != null; around = around.getParentNode()) {
            if (around == one) {
                return;
            }
        }
        other.appendChild(one);
    }

    private void swap(Element one, Element other) {
        attribute(
                one,
                mine -> attribute(other, theirs -> {
                    String value = mine.getNodeValue();
                    mine.setNodeValue(theirs.getNodeValue());
                    theirs.setNodeValue(value);
                }));
    }

    private void attribute(Element element, Consumer<Node> change) {
        NamedNodeMap attributes = element.getAttributes();
        if (attributes.getLength() > 0) {
            change.accept(attributes.item(random.nextInt(attributes.getLength())));
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
