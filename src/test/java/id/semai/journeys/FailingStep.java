package id.semai.journeys;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.test.context.TestComponent;

/** {@code ${failingStep}}: a step of a test's model that fails as long as it is broken. */
@TestComponent("failingStep")
class FailingStep implements JavaDelegate {

    volatile boolean broken;

    @Override
    public void execute(DelegateExecution execution) {
        if (broken) {
            throw new IllegalStateException("Langkah ini gagal.");
        }
    }
}
