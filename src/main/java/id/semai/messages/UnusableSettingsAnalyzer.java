package id.semai.messages;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start with the sentence instead of a stack trace; named in {@code META-INF/spring.factories}. */
class UnusableSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSettings cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
