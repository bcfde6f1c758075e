package id.semai.changes;

import java.util.List;
import java.util.Random;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Breaks a model anywhere, so that it stays well-formed. */
final class Mutations {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> NAMES = List.of(
            "userTask",
            "subProcess",
            "sequenceFlow",
            "documentation",
            "extensionElements",
            "timerEventDefinition",
            "laneSet",
            "lane",
            "timeDate",
            "signal",
            "unheardOf");
    private static final List<String> EXTENSIONS =
            List.of("properties", "property", "inputOutput", "inputParameter", "executionListener", "in");
    private static final List<String> ATTRIBUTES =
            List.of("id", "name", "default", "sourceRef", "cancelActivity", "isInterrupting", "value", "messageRef");
    private static final List<String> WORDS =
            List.of("", " ", "x", "true", "false", "${a}", "A,B", "R/P1D", "P14D", "a:b", "Task_ReviewPlan", "\"<&>\n");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** What was done, to be printed. */
    String mutate(Document model) {
        List<Element> all = Xml.all(model.getDocumentElement());
        all.removeIf(MeaningTest::isDrawing);
        Element element = oneOf(all);
        Element other = oneOf(all);
        String where = " " + element.getNodeName() + " " + element.getAttribute("id");
        return switch (random.nextInt(13)) {
            case 0 -> otherValue(element) + where;
            case 1 -> withoutAttribute(element) + where;
            case 2 -> newAttribute(element) + where;
            case 3 -> gone(element) + where;
            case 4 -> twice(element) + where;
            case 5 -> moved(element, other) + where + " to " + other.getNodeName();
            case 6 -> swapped(element) + where;
            case 7 -> otherText(element) + where;
            case 8 -> otherName(element, model) + where;
            case 9 -> newChild(element, model.createElementNS(BPMN, oneOf(NAMES))) + where;
            case 10 -> newChild(element, model.createElementNS(CAMUNDA, oneOf(EXTENSIONS))) + where;
            case 11 -> renamed(element, all) + where;
            default -> exchanged(element, other) + where;
        };
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String otherValue(Element element) {
        List<Attr> attributes = Xml.attributes(element);
        if (!attributes.isEmpty()) {
            oneOf(attributes).setValue(oneOf(WORDS));
        }
        return "other value";
    }

    private String withoutAttribute(Element element) {
        List<Attr> attributes = Xml.attributes(element);
        if (!attributes.isEmpty()) {
            element.removeAttributeNode(oneOf(attributes));
        }
        return "without attribute";
    }

    private String newAttribute(Element element) {
        element.setAttributeNS(random.nextBoolean() ? null : CAMUNDA, oneOf(ATTRIBUTES), oneOf(WORDS));
        return "new attribute";
    }

    private static String gone(Element element) {
        if (element.getParentNode() instanceof Element parent) {
            parent.removeChild(element);
        }
        return "gone";
    }

    private static String twice(Element element) {
        if (element.getParentNode() instanceof Element parent) {
            parent.insertBefore(element.cloneNode(true), element);
        }
        return "twice";
    }

    private static String moved(Element element, Element target) {
        if (element.getParentNode() instanceof Element && !contains(element, target)) {
            target.appendChild(element);
        }
        return "moved";
    }

    private static boolean contains(Element element, Node other) {
        return other != null && (other == element || contains(element, other.getParentNode()));
    }

    private static String swapped(Element element) {
        if (element.getParentNode() instanceof Element parent) {
            List<Element> siblings = Xml.children(parent);
            parent.insertBefore(element, siblings.get(0));
        }
        return "first of its siblings";
    }

    private String otherText(Element element) {
        element.appendChild(element.getOwnerDocument().createTextNode(oneOf(WORDS)));
        return "more text";
    }

    private String otherName(Element element, Document model) {
        if (element != model.getDocumentElement()) {
            model.renameNode(element, element.getNamespaceURI(), oneOf(NAMES));
        }
        return "other name";
    }

    private String newChild(Element element, Element child) {
        child.setAttributeNS(null, oneOf(ATTRIBUTES), oneOf(WORDS));
        element.insertBefore(child, random.nextBoolean() ? element.getFirstChild() : null);
        return "new child " + child.getNodeName();
    }

    private static String renamed(Element element, List<Element> all) {
        String id = element.getAttribute("id");
        if (!id.isEmpty()) {
            all.stream()
                    .flatMap(one -> Xml.attributes(one).stream())
                    .filter(attribute -> attribute.getValue().equals(id))
                    .forEach(attribute -> attribute.setValue(id + "_new"));
        }
        return "renamed everywhere";
    }

    private static String exchanged(Element element, Element other) {
        Node text = element.getFirstChild();
        if (text != null && text.getNodeType() == Node.TEXT_NODE && !contains(element, other)) {
            other.appendChild(text);
        }
        return "text moved";
    }
}
