package id.semai.engine;

import id.semai.stage.Stage;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;

/** A stage as its model declares it, with the expression of its deadline; {@code due} is null without one. */
record StageScope(Stage stage, Expression due) {

    static final PropertyKey<StageScope> PROPERTY = new PropertyKey<>("semai.stage");

    /** Null without a deadline. Fails with the value when the expression gives anything but a date. */
    Instant dueAt(DelegateExecution execution) {
        Object value = due == null ? null : due.getValue(execution);
        if (value == null) {
            return null;
        }
        if (value instanceof Date date) {
            return date.toInstant();
        }
        throw new IllegalArgumentException("Batas waktu tahap %s (%s) menghasilkan \"%s\", bukan tanggal."
                .formatted(stage.code(), due.getExpressionText(), value));
    }
}
