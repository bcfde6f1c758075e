package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to no unit is told by a health group of its own, and by none that anything is stopped for. */
@EndToEnd
class TenantsHealthTest {

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @Test
    void aTaskOfNoUnitIsTold() {
        assertThat(health("/tenants").json().path("status").asText())
                .as(health("/tenants").body())
                .isEqualTo("UP");

        Task stray = tasks.newTask();
        tasks.saveTask(stray);
        try {
            assertThat(health("/tenants").status()).isEqualTo(503);
            assertThat(health("/tenants")
                            .json()
                            .at("/components/tenants/details/tasks")
                            .asInt())
                    .isEqualTo(1);
            for (String group : new String[] {"", "/liveness", "/readiness"}) {
                assertThat(health(group).status()).as(group).isEqualTo(200);
            }
        } finally {
            tasks.deleteTask(stray.getId(), true);
        }
        assertThat(health("/tenants").status()).isEqualTo(200);
    }

    private Answer health(String group) {
        return office.nobody().page("/actuator/health" + group);
    }
}
