package id.semai.changes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that may come from anybody: no DTD, nothing from outside, neither deep nor huge. */
final class XmlReader {

    static final int DEEPEST = 200;
    static final int LARGEST = 8 * 1024 * 1024;

    /** Stands in a text where a child stood between its words. */
    private static final String CHILD = "\uFFFC";

    private static final Map<String, String> KNOWN = Map.of(
            "http://camunda.org/schema/1.0/bpmn",
            "camunda:",
            "http://camunda.org/schema/1.0/dmn",
            "camunda-dmn:",
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
            "xsi:");

    private final String home;
    private int position;

    private XmlReader(String home) {
        this.home = home;
    }

    static Piece read(byte[] content) throws Unreadable {
        if (content.length > LARGEST) {
            throw new Unreadable("more than " + LARGEST + " bytes", null);
        }
        try {
            Element root = builder().parse(new ByteArrayInputStream(content)).getDocumentElement();
            Piece piece = new XmlReader(space(root)).piece(root);
            SortedMap<String, String> attributes = new TreeMap<>(piece.attributes());
            attributes.put("xmlns", space(root));
            return new Piece(piece.name(), attributes, piece.children(), piece.text(), piece.position());
        } catch (SAXException | IOException | ParserConfigurationException | IllegalArgumentException e) {
            throw new Unreadable("no well-formed XML that may be read here", e);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(DEEPEST));
        factory.setXIncludeAware(false);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Silent());
        return builder;
    }

    private Piece piece(Element element) {
        int here = position++;
        List<Piece> children = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of(""));
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(piece(child));
                texts.add("");
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                texts.set(texts.size() - 1, texts.get(texts.size() - 1) + node.getNodeValue());
            }
        }
        return new Piece(spelled(element), attributes(element), children, text(texts), here);
    }

    private static String text(List<String> texts) {
        return texts.stream().allMatch(String::isBlank)
                ? ""
                : texts.stream().collect(Collectors.joining(CHILD)).strip();
    }

    private SortedMap<String, String> attributes(Element element) {
        SortedMap<String, String> attributes = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.put(spelled(attribute), value(attribute, element));
            }
        }
        return attributes;
    }

    private String spelled(Attr attribute) {
        return attribute.getNamespaceURI() == null
                ? attribute.getLocalName()
                : prefix(attribute.getNamespaceURI()) + attribute.getLocalName();
    }

    private String spelled(Element element) {
        return space(element).equals(home) ? element.getLocalName() : prefix(space(element)) + element.getLocalName();
    }

    private static String prefix(String space) {
        return KNOWN.getOrDefault(space, "{" + space + "}:");
    }

    /** Names of types and references may carry a prefix; the prefix means its namespace. */
    private String value(Attr attribute, Element element) {
        String value = attribute.getValue();
        boolean mayCarryPrefix = attribute.getNamespaceURI() == null
                ? attribute.getLocalName().endsWith("Ref")
                : attribute.getLocalName().equals("type");
        if (!mayCarryPrefix || !value.matches("([\\w.-]+:)?[\\w.-]+")) {
            return value;
        }
        int colon = value.indexOf(':');
        if (colon < 0 && attribute.getNamespaceURI() == null) {
            return value;
        }
        String space = element.lookupNamespaceURI(colon < 0 ? null : value.substring(0, colon));
        return space == null ? value : "{" + (space.equals(home) ? "" : space) + "}" + value.substring(colon + 1);
    }

    private static String space(Element element) {
        return element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
    }

    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
