package id.semai.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the form of a task shows as it stands when the form is opened, instead of as it was last recorded. */
public interface LiveFacts {

    /** By the names of the variables whose place they take, plain Java values; empty if the task shows none. */
    Map<String, Object> of(DelegateExecution task);
}
