package id.semai.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The schema of BPMN 2.0 as Camunda brings it; a file cannot name another. */
final class BpmnSchema {

    private static final String FILE = "org/camunda/bpm/model/bpmn/schema/BPMN20.xsd";
    private static final int MOST = 20;

    private BpmnSchema() {}

    static void prepare() {
        Compiled.SCHEMA.newValidator();
    }

    static void look(byte[] content, Report report) {
        List<SAXParseException> faults = new ArrayList<>();
        try {
            Validator validator = Compiled.SCHEMA.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Faults(faults));
            validator.validate(new SAXSource(
                    XmlReader.factory().newSAXParser().getXMLReader(),
                    new InputSource(new ByteArrayInputStream(content))));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            report.add(Rule.XML_SCHEMA, 0, null, null, broken.getMessage());
        }
        faults.stream()
                .limit(MOST)
                .forEach(fault -> report.add(
                        Rule.XML_SCHEMA, Math.max(0, fault.getLineNumber()), null, null, fault.getMessage()));
    }

    private static Schema schema() {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            URL file = BpmnModelInstance.class.getClassLoader().getResource(FILE);
            return factory.newSchema(new StreamSource(file.openStream(), file.toExternalForm()));
        } catch (SAXException | IOException missing) {
            throw new IllegalStateException("The schema of BPMN 2.0 cannot be read: " + FILE, missing);
        }
    }

    /** When the first file comes: it takes a moment. */
    private static final class Compiled {

        private static final Schema SCHEMA = schema();
    }

    private static final class Faults extends DefaultHandler {

        private final List<SAXParseException> faults;

        Faults(List<SAXParseException> faults) {
            this.faults = faults;
        }

        @Override
        public void error(SAXParseException fault) {
            faults.add(fault);
        }

        @Override
        public void fatalError(SAXParseException fault) {
            faults.add(fault);
        }
    }
}
