package id.semai.engine;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;

/** No script of any language, {@code juel} included, wherever the engine would make one from. */
class NoScripts extends ScriptFactory {

    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
        throw refusal(language);
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, Expression resource) {
        throw refusal(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
        throw refusal(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, Expression source) {
        throw refusal(language);
    }

    private static NotAllowedException refusal(String language) {
        return new NotAllowedException(
                "Skrip (%s) tidak dijalankan di Semai: pakai ekspresi atau delegate.".formatted(language));
    }
}
