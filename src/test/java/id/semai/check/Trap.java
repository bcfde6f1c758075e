package id.semai.check;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;

/** Named by hostile models; that it was as much as loaded shows in a system property. */
public class Trap extends DefaultStartFormHandler implements JavaDelegate, ExecutionListener, TaskListener {

    static final String SPRUNG = "semai.check.trap";

    static {
        System.setProperty(SPRUNG, "loaded");
    }

    public Trap() {
        System.setProperty(SPRUNG, "made");
    }

    public static String spring() {
        System.setProperty(SPRUNG, "called");
        return "sprung";
    }

    @Override
    public void execute(DelegateExecution execution) {
        spring();
    }

    @Override
    public void notify(DelegateExecution execution) {
        spring();
    }

    @Override
    public void notify(DelegateTask task) {
        spring();
    }
}
