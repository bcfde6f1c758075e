package id.semai.journeys;

import id.semai.guard.Layers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on real PostgreSQL and Kafka of its own; all such tests of a run share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "semai.proxies=127.0.0.1,0:0:0:0:0:0:0:1")
@ContextConfiguration(initializers = FreshData.class)
@Import({Office.class, Topic.class, Timers.class, FailingStep.class, Layers.class})
public @interface EndToEnd {}
