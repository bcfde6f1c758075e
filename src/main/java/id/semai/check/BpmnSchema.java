package id.semai.check;

import id.semai.engine.BpmnGrammar;
import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Validator;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A file keeps to the schema of BPMN 2.0. */
final class BpmnSchema {

    private static final int MOST = 20;

    private BpmnSchema() {}

    static void prepare() {
        BpmnGrammar.schema().newValidator();
    }

    static void look(byte[] content, Report report) {
        List<SAXParseException> faults = new ArrayList<>();
        try {
            Validator validator = BpmnGrammar.schema().newValidator();
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
