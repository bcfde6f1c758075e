package id.semai.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a model may say in expressions, for whoever reads a model without an engine; nothing is evaluated. */
@Component
public class ModelLanguage {

    private final DurationSettings durations;

    ModelLanguage(DurationSettings durations) {
        this.durations = durations;
    }

    /** With the spans of these settings, {@code semai.durations.<name>}. */
    public static ModelLanguage of(Environment settings) {
        return new ModelLanguage(Binder.get(settings).bindOrCreate("semai", DurationSettings.class));
    }

    /** Functions with the number of their arguments. */
    public Map<String, Integer> functions() {
        return ModelExpressions.FUNCTIONS;
    }

    /** What may be asked of {@code execution}. */
    public Set<String> executionProperties() {
        return ExecutionProperties.names();
    }

    /**
     * As the engine would read it; a method call is an error of syntax.
     *
     * @throws IllegalArgumentException saying what cannot be read, and where
     */
    public Tree parse(String expression) {
        try {
            return new Builder().build(expression);
        } catch (TreeBuilderException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    /** Whether {@code deadline} and {@code duration} take it: a name of the settings, or ISO 8601 text. */
    public boolean isDuration(String nameOrText) {
        try {
            durations.span(nameOrText);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
