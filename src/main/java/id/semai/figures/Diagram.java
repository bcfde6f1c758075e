package id.semai.figures;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The places of a diagram that may be coloured. It is read as data: no document type, no entities, nothing is fetched; one
 * that cannot be read has no places.
 */
record Diagram(List<Place> places) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /**
     * @param stage null if it is no stage itself
     * @param called id of the process that it calls, or null
     */
    record Place(String element, String name, String stage, String called) {}

    static Diagram of(String bpmn) {
        try {
            return new Diagram(places(parser().parse(new InputSource(new StringReader(bpmn)))));
        } catch (SAXException | IOException e) {
            return new Diagram(List.of());
        }
    }

    private static List<Place> places(Document document) {
        List<Place> places = new ArrayList<>();
        for (Element element : elements(document.getElementsByTagNameNS(BPMN, "*"))) {
            String stage = stage(element);
            String called = called(element);
            if (!element.getAttribute("id").isEmpty() && (stage != null || called != null)) {
                places.add(new Place(element.getAttribute("id"), element.getAttribute("name"), stage, called));
            }
        }
        return places;
    }

    private static String called(Element element) {
        String called = element.getAttribute("calledElement");
        return called.isEmpty() ? null : called;
    }

    private static String stage(Element element) {
        return inside(element, BPMN, "extensionElements")
                .flatMap(extensions -> inside(extensions, CAMUNDA, "properties"))
                .flatMap(properties -> inside(properties, CAMUNDA, "property"))
                .filter(property -> property.getAttribute("name").equals("stage"))
                .map(property -> property.getAttribute("value"))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> inside(Element parent, String namespace, String name) {
        return elements(parent.getChildNodes()).stream()
                .filter(child -> name.equals(child.getLocalName()) && namespace.equals(child.getNamespaceURI()));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static DocumentBuilder parser() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be made safe", e);
        }
    }
}
