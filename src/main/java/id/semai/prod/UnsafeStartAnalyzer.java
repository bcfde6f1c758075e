package id.semai.prod;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Ends the start with the sentence and its cure; named in {@code META-INF/spring.factories}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnsafeStartAnalyzer extends AbstractFailureAnalyzer<UnsafeStart> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnsafeStart cause) {
        return new FailureAnalysis(cause.getMessage(), cause.cure(), failure);
    }
}
