package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a file once, with lines, by the parser that the engine uses: no document type, no entity, nothing from elsewhere, nothing huge. */
final class XmlReader extends DefaultHandler {

    static final int MOST_BYTES = 2_000_000;

    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int MOST_ATTRIBUTES = 40;
    private static final int LONGEST_TEXT = 20_000;

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn:"),
            Map.entry("http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi:"),
            Map.entry("http://www.omg.org/spec/DD/20100524/DC", "dc:"),
            Map.entry("http://www.omg.org/spec/DD/20100524/DI", "di:"),
            Map.entry("http://camunda.org/schema/1.0/bpmn", "camunda:"),
            Map.entry("http://camunda.org/schema/modeler/1.0", "modeler:"),
            Map.entry("http://www.w3.org/2001/XMLSchema-instance", "xsi:"),
            Map.entry("http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc:"),
            Map.entry("http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color:"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn:"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi:"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", "dmndc:"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", "dmnline:"),
            Map.entry("http://camunda.org/schema/1.0/dmn", "cdmn:"));

    private Locator place;
    private XmlElement root;
    private XmlElement open;
    private int depth;
    private int elements;

    private XmlReader() {}

    /** Null if it cannot be read; the report says why. */
    static XmlElement read(byte[] content, Report report) {
        XmlReader reader = new XmlReader();
        try {
            factory().newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), reader);
            return reader.root;
        } catch (Refused refused) {
            report.add(refused.rule, reader.line(), null, null, refused.getMessage());
        } catch (SAXParseException broken) {
            boolean doctype = String.valueOf(broken.getMessage()).contains("DOCTYPE");
            report.add(
                    doctype ? Rule.XML_DOCTYPE : Rule.XML_MALFORMED,
                    broken.getLineNumber(),
                    null,
                    null,
                    broken.getMessage());
        } catch (SAXException | IOException broken) {
            report.add(Rule.XML_MALFORMED, reader.line(), null, null, broken.getMessage());
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("No XML parser that can be made safe", missing);
        }
        return null;
    }

    static SAXParserFactory factory() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory;
    }

    private int line() {
        return place == null ? 0 : Math.max(0, place.getLineNumber());
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        place = locator;
    }

    @Override
    public void startElement(String space, String local, String qualified, Attributes attributes) throws Refused {
        limit(++depth <= DEEPEST, "> " + DEEPEST + " tingkat (levels)");
        limit(++elements <= MOST_ELEMENTS, "> " + MOST_ELEMENTS + " elemen (elements)");
        limit(attributes.getLength() <= MOST_ATTRIBUTES, "> " + MOST_ATTRIBUTES + " atribut (attributes)");
        open = new XmlElement(known(space, local), open, line());
        root = root == null ? open : root;
        for (int i = 0; i < attributes.getLength(); i++) {
            limit(attributes.getValue(i).length() <= LONGEST_TEXT, "> " + LONGEST_TEXT + " huruf (letters)");
            open.put(known(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
    }

    @Override
    public void endElement(String space, String local, String qualified) {
        depth--;
        open = open.parent();
    }

    @Override
    public void characters(char[] characters, int start, int length) throws Refused {
        limit(open.length() + length <= LONGEST_TEXT, "> " + LONGEST_TEXT + " huruf (letters)");
        open.append(characters, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) throws Refused {
        throw new Refused(Rule.XML_DOCTYPE, "<?" + target + "…?>");
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
        throw broken;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw new Refused(Rule.XML_DOCTYPE, String.valueOf(systemId));
    }

    private static String known(String space, String local) {
        if (space == null || space.isEmpty()) {
            return local;
        }
        String prefix = PREFIXES.get(space);
        return prefix == null ? "{" + space + "}" + local : prefix + local;
    }

    private static void limit(boolean kept, String what) throws Refused {
        if (!kept) {
            throw new Refused(Rule.FILE_LIMIT, what);
        }
    }

    private static final class Refused extends SAXException {

        private final transient Rule rule;

        Refused(Rule rule, String word) {
            super(word);
            this.rule = rule;
        }
    }
}
