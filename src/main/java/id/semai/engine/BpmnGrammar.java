package id.semai.engine;

import java.io.IOException;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.xml.sax.SAXException;

/** The schema of BPMN 2.0 as Camunda brings it, read once; a file cannot name another. */
public final class BpmnGrammar {

    private static final String FILE = "org/camunda/bpm/model/bpmn/schema/BPMN20.xsd";

    private BpmnGrammar() {}

    public static Schema schema() {
        return Compiled.SCHEMA;
    }

    private static Schema compiled() {
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

        private static final Schema SCHEMA = compiled();
    }
}
