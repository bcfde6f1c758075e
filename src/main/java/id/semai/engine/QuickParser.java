package id.semai.engine;

import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.el.ExpressionManager;

/** The engine's parser, which would read the schema anew for every file: most of the time that a file takes. */
final class QuickParser extends BpmnParser {

    QuickParser(ExpressionManager expressions) {
        super(expressions, GuardedParse::new);
    }

    @Override
    public BpmnParse createParse() {
        BpmnParse parse = super.createParse();
        parse.setSchemaResource(null);
        return parse;
    }

    @Override
    protected SAXParser getSaxParser() throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(NAMESPACE_PREFIXES, true);
        factory.setSchema(BpmnGrammar.schema());
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(DISALLOW_DOCTYPE_DECL, true);
        return factory.newSAXParser();
    }
}
