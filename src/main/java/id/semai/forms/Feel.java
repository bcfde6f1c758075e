package id.semai.forms;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A yes-or-no expression of a form, in the language that form-js evaluates in the browser. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String source;
    private final ParsedExpression expression;

    /** @throws IllegalArgumentException naming the expression, if it cannot be parsed, or would take long to */
    Feel(String source) {
        this.source = source.startsWith("=") ? source.substring(1) : source;
        String limit = FeelLimits.fault(this.source);
        if (limit != null) {
            throw refused(source, limit);
        }
        ParseResult parsed = ENGINE.parseExpression(this.source);
        if (parsed.isFailure()) {
            throw refused(source, parsed.failure().message());
        }
        this.expression = parsed.parsedExpression();
    }

    private static IllegalArgumentException refused(String source, String why) {
        return new IllegalArgumentException("\"" + source + "\" is no FEEL expression: " + why);
    }

    /** As in the browser, anything but true, a failed evaluation too, is no. */
    boolean holds(Map<String, Object> variables) {
        EvaluationResult result = ENGINE.evaluate(expression, variables);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** At least the variables it reads; words of the language are among them. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        NAME.matcher(TEXT.matcher(source).replaceAll(" ")).results().forEach(name -> names.add(name.group()));
        return names;
    }
}
