package id.semai.journeys;

import static id.semai.journeys.Office.eventually;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** Fires the timers of a case instead of waiting for them. */
@TestComponent
public class Timers {

    private final ManagementService management;
    private final RuntimeService runtime;

    Timers(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /** Waits until the timer stands, then fires it. */
    public void fire(String businessKey, String activityId) {
        management.executeJob(eventually("timer " + activityId, () -> find(businessKey, activityId))
                .get(0)
                .getId());
    }

    public List<Job> find(String businessKey, String activityId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(id ->
                        management
                                .createJobQuery()
                                .timers()
                                .processInstanceId(id)
                                .activityId(activityId)
                                .list()
                                .stream())
                .toList();
    }
}
