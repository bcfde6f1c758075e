package id.semai.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Looks through a model before the engine does anything with it, wherever it comes from: whatever would make the engine
 * run code or commands, load a class or send a mail is refused, with all findings in one answer.
 */
class GuardedParse extends BpmnParse {

    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask", "memuat skrip",
            "script", "memuat skrip",
            "connector", "memakai konektor");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class", "menyebut kelas Java",
            "formHandlerClass", "menyebut kelas Java",
            "variableMappingClass", "menyebut kelas Java",
            "scriptFormat", "memuat skrip",
            "language", "memuat skrip",
            "resource", "memuat skrip");

    private static final Set<String> TYPES = Set.of("mail", "shell");

    /** A form field's constraint may name a class, too. */
    private static final String VALIDATOR = "validator";

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");

    private static final String CURE = "hapus, lalu pakai ekspresi atau delegate yang disediakan Semai";

    GuardedParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        look(rootElement);
        if (hasErrors()) {
            throwExceptionForErrors();
        }
        super.parseRootElement();
    }

    private void look(Element element) {
        refuse(element, ELEMENTS.get(element.getTagName()));
        element.attributes().forEach(name -> refuse(element, ATTRIBUTES.get(localName(name))));
        element.attributes().stream()
                .filter(name -> localName(name).equals("type"))
                .map(element::attribute)
                .filter(type -> type != null && TYPES.contains(type.toLowerCase(Locale.ROOT)))
                .forEach(type -> refuse(element, "menjalankan «" + type + "»"));
        if (element.getTagName().equals("constraint") && VALIDATOR.equals(element.attribute("name"))) {
            refuse(element, "menyebut kelas Java");
        }
        element.attributes().forEach(name -> lookInto(element, element.attribute(name)));
        lookInto(element, element.getText());
        element.elements().forEach(this::look);
    }

    /** Found here, an expression that cannot be read is told with its element; the engine would tell where in the text. */
    private void lookInto(Element element, String text) {
        if (!EXPRESSION.matcher(text).find() || element.getTagName().equals("documentation")) {
            return;
        }
        try {
            expressionManager.createExpression(text.strip());
        } catch (ELException unreadable) {
            addError(
                    "Ekspresi «%s» pada elemen «%s» tidak diterima: ekspresi membandingkan, melihat variabel, dan memanggil fungsi Semai; ia tidak memanggil metode Java (%s)."
                            .formatted(text.strip(), element.getTagName(), unreadable.getMessage()),
                    element);
        }
    }

    private void refuse(Element element, String reason) {
        if (reason != null) {
            addError("Elemen «%s» %s: %s.".formatted(element.getTagName(), reason, CURE), element);
        }
    }

    private static String localName(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1);
    }
}
