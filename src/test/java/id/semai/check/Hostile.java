package id.semai.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that want something run, read, fetched or broken; none of them may be let through. */
final class Hostile {

    private static final String TRAP = "id.semai.check.Trap";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}<]*}");

    private static final List<String> EXPRESSIONS = List.of(
            "${x.getClass()}",
            "${x.class}",
            "${x[\"class\"]}".replace('"', '\''),
            "${''.getClass().forName('" + TRAP + "')}",
            "${''.class.forName('" + TRAP + "').spring()}",
            "${execution.getProcessEngineServices()}",
            "${execution.processEngineServices.runtimeService}",
            "${execution.variables}",
            "${execution}",
            "#{task.execution}",
            "#{trap.spring()}",
            "${spring()}",
            "${S('{}')}",
            "${XML('x')}",
            "${now().getTime()}",
            "${now().class}",
            "${x[y]}",
            "${x['cl' + 'ass']}",
            "${(x).class}",
            "${true ? trap : trap.class}",
            "${deadline('P1D', trap)}",
            "${deadline()}",
            "${x = 1}",
            "${1 + 1}",
            "${" + "(".repeat(5000) + "1" + ")".repeat(5000) + "}",
            "${" + "!".repeat(20_000) + "x}",
            "${",
            "${}${}");

    private static final List<String> ATTRIBUTES = List.of(
            "camunda:class=\"" + TRAP + "\"",
            "camunda:expression=\"${trap.spring()}\"",
            "camunda:type=\"shell\"",
            "camunda:type=\"mail\"",
            "camunda:type=\"external\" camunda:topic=\"trap\"",
            "camunda:type=\"\"",
            "camunda:formHandlerClass=\"" + TRAP + "\"",
            "camunda:variableMappingClass=\"" + TRAP + "\"",
            "camunda:variableMappingDelegateExpression=\"${trap}\"",
            "camunda:resource=\"deployment://trap.js\"",
            "camunda:taskPriority=\"${trap.spring()}\"",
            "camunda:jobPriority=\"${trap.spring()}\"",
            "xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"" + TRAP + "\"",
            "xmlns:c=\"http://camunda.org/schema/1.0/bpmn\" c:class=\"" + TRAP + "\"",
            "class=\"" + TRAP + "\"",
            "xml:base=\"http://127.0.0.1:%d/\"",
            "xsi:schemaLocation=\"urn:x http://127.0.0.1:%d/x.xsd\"",
            "xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:%d/x.xsd\"");

    private static final List<String> EXTENSIONS = List.of(
            "<camunda:executionListener event=\"start\" class=\"" + TRAP + "\"/>",
            "<camunda:executionListener event=\"start\" expression=\"${trap}\"/>",
            "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">${trap}</camunda:script></camunda:executionListener>",
            "<camunda:taskListener event=\"create\" class=\"" + TRAP + "\"/>",
            "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
            "<camunda:formData><camunda:formField id=\"x\" type=\"string\" defaultValue=\"${trap.spring()}\"/></camunda:formData>",
            "<camunda:formData><camunda:formField id=\"x\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\""
                    + TRAP + "\"/></camunda:validation></camunda:formField></camunda:formData>",
            "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"javascript\">x</camunda:script></camunda:inputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:map><camunda:entry key=\"k\">${trap.spring()}</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>",
            "<camunda:field name=\"x\" expression=\"${trap.spring()}\"/>",
            "<camunda:errorEventDefinition id=\"trap\" errorRef=\"x\" expression=\"${trap.spring()}\"/>",
            "<camunda:failedJobRetryTimeCycle>${trap.spring()}</camunda:failedJobRetryTimeCycle>",
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"http://127.0.0.1:%d/\"/>",
            "<script>x</script>",
            "<trap:x xmlns:trap=\"urn:trap\"/>");

    private static final List<String> PROLOGUES = List.of(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:%d/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"http://127.0.0.1:%d/p\"> %%p;]>",
            "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:%d/x.xsl\"?>");

    private static final List<String> FORM_KEYS = List.of(
            "embedded:deployment:trap.html",
            "deployment:trap.html",
            "app:trap.html",
            "http://127.0.0.1/trap",
            "${trap}");

    private final Random random;
    private final int port;

    Hostile(Random random, int port) {
        this.random = random;
        this.port = port;
    }

    /** Something hostile in a file; the same text where there was no place for it. */
    String planted(String name, String text) {
        if (name.endsWith(".dmn")) {
            return decision(text);
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> attribute(text);
            case 2, 3 -> extension(text);
            case 4, 5 -> expression(text);
            case 6 -> prologue(text);
            default -> odd(text);
        };
    }

    private String decision(String text) {
        List<UnaryOperator<String>> ways = List.of(
                file -> somewhere(file, "<inputEntry ", "<inputEntry expressionLanguage=\"javascript\" "),
                file -> somewhere(file, "<inputExpression ", "<inputExpression expressionLanguage=\"juel\" "),
                file -> somewhere(file, "<outputEntry ", "<outputEntry expressionLanguage=\"groovy\" "),
                file -> somewhere(
                        file,
                        "<text>-</text>",
                        "<text>function(x) external {java: {class: \"" + TRAP
                                + "\", method signature: \"spring()\"}}</text>"),
                file -> somewhere(file, "<text>-</text>", "<text>" + "(".repeat(20_000) + "</text>"),
                file -> file.replace("<text>-</text>", "<text>" + "if (".repeat(40) + "</text>"),
                file -> somewhere(file, "<decisionTable ", "<decisionTable camunda:resource=\"trap\" "),
                file -> somewhere(file, "<decisionTable ", "<context/><decisionTable "),
                this::prologue);
        return oneOf(ways).apply(text);
    }

    private String attribute(String text) {
        String attribute = oneOf(ATTRIBUTES).replace("%d", String.valueOf(port));
        return disguised(somewhere(
                text,
                "<bpmn:\\w+Task |<bpmn:\\w+Event |<bpmn:callActivity |<bpmn:process ",
                "$0" + quoted(attribute + " ")));
    }

    private String extension(String text) {
        String extension = oneOf(EXTENSIONS).replace("%d", String.valueOf(port));
        return disguised(somewhere(text, "<bpmn:extensionElements>", "$0" + quoted(extension)));
    }

    private String expression(String text) {
        String expression = oneOf(EXPRESSIONS);
        Matcher all = EXPRESSION.matcher(text);
        int count = (int) all.results().count();
        int chosen = count == 0 ? -1 : random.nextInt(count);
        all.reset();
        StringBuilder changed = new StringBuilder();
        for (int i = 0; all.find(); i++) {
            all.appendReplacement(changed, quoted(i == chosen ? expression.replace("&", "&amp;") : all.group()));
        }
        return disguised(all.appendTail(changed).toString());
    }

    private String prologue(String text) {
        String prologue = oneOf(PROLOGUES).replace("%d", String.valueOf(port)).replace("%%", "%");
        return text.replaceFirst("\\?>", quoted("?>" + prologue));
    }

    private String odd(String text) {
        List<UnaryOperator<String>> ways = List.of(
                file -> somewhere(
                        file,
                        "<bpmn:endEvent ",
                        quoted(
                                        "<bpmn:scriptTask id=\"trap\" scriptFormat=\"juel\"><bpmn:script>${trap}</bpmn:script></bpmn:scriptTask>")
                                + "$0"),
                file -> somewhere(
                        file, "<bpmn:extensionElements>", "$0" + quoted("<a>".repeat(5000) + "</a>".repeat(5000))),
                file -> somewhere(file, "<bpmn:process ", "$0" + quoted("trap=\"" + "x".repeat(1_000_000) + "\" ")),
                file -> somewhere(file, "<bpmn:process ", "$0" + quoted(manyAttributes())),
                file -> somewhere(
                        file, "camunda:formRef=\"[^\"]*\"", quoted("camunda:formKey=\"" + oneOf(FORM_KEYS) + "\"")),
                file -> somewhere(
                        file,
                        "<bpmn:conditionExpression ",
                        quoted("<bpmn:conditionExpression language=\"javascript\" ")),
                file -> somewhere(
                        file,
                        "camunda:delegateExpression=\"[^\"]*\"",
                        quoted("camunda:delegateExpression=\"${trap}\"")),
                file -> somewhere(file, "<bpmn:documentation>", "$0" + quoted("<x>".repeat(70) + "</x>".repeat(70))),
                file -> somewhere(
                        file,
                        "camunda:candidateGroups=\"[^\"]*\"",
                        quoted("camunda:candidateGroups=\"${trap.spring()}\"")));
        return oneOf(ways).apply(text);
    }

    private static String manyAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            attributes.append("trap").append(i).append("=\"\" ");
        }
        return attributes.toString();
    }

    /** Written as XML allows it, too. */
    private String disguised(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text.replace("${", "&#36;{").replace("#{", "&#x23;{");
            case 1 -> text.replace("getClass", "get&#67;lass").replace("Trap", "&#84;rap");
            default -> text;
        };
    }

    /** In the encoding that its own first line names. */
    byte[] encoded(String text) {
        return random.nextInt(10) == 0
                ? text.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"").getBytes(StandardCharsets.UTF_16)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private String somewhere(String text, String pattern, String replacement) {
        Matcher all = Pattern.compile(pattern).matcher(text);
        int count = (int) all.results().count();
        if (count == 0) {
            return text;
        }
        int chosen = random.nextInt(count);
        all.reset();
        StringBuilder changed = new StringBuilder();
        for (int i = 0; all.find(); i++) {
            all.appendReplacement(changed, i == chosen ? replacement : quoted(all.group()));
        }
        return all.appendTail(changed).toString();
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
