package id.semai.people;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Classes with this annotation share one engine, one database and one web server. The engine has a name of its own:
 * Camunda's REST finds an engine by its name among all of the process, and other tests run one that is the default.
 */
@Retention(RUNTIME)
@SpringBootTest(
        classes = {PeopleSlice.class, Models.class, Person.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.process-engine-name=people",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.metrics.enabled=false"
        })
@interface PeopleEngineTest {}
