package id.semai.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Ends a start that cannot go on with one sentence in place of a stack trace; before Boot's own analyzers, which would
 * describe the wrapping.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class EmbeddedFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, EmbeddedFailure cause) {
        return new FailureAnalysis(cause.getMessage(), null, failure);
    }
}
