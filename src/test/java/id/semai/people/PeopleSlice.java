package id.semai.people;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.semai.journal.Units;
import id.semai.stage.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The people package alone with a real engine on a real PostgreSQL; a stub remembers what the journal is told. */
@EnableAutoConfiguration(
        exclude = {
            KafkaAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            // The group of events asks for the relay, which is not here.
            HealthEndpointAutoConfiguration.class
        })
@ComponentScan
@EnableConfigurationProperties(PeopleSettings.class)
class PeopleSlice {

    @Bean
    @ConditionalOnMissingBean
    DataSource dataSource() {
        return FreshDatabase.create();
    }

    @Bean
    Journalled journalled() {
        return new Journalled();
    }

    /** The journal's class cannot be had without its tables. */
    @Bean
    Units units(Journalled journalled) {
        Units units = mock(Units.class);
        doAnswer(call -> journalled.add(call.getArgument(0))).when(units).announce(any());
        when(units.find(any())).thenAnswer(call -> journalled.find(call.getArgument(0)));
        return units;
    }

    /** Starts a journey for the unit that the variable {@code target} names, as a workshop does. */
    @Bean
    JavaDelegate startsJourney() {
        return workshop -> {
            Object target = workshop.getVariable("target");
            workshop.getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                            "innovation-journey", target == null ? Map.of() : Map.of("unit", target));
        };
    }

    /** What the journal was told. */
    static class Journalled {

        final List<Unit> announced = new ArrayList<>();

        Object add(Unit unit) {
            announced.add(unit);
            return null;
        }

        Optional<Unit> find(String code) {
            return announced.stream().filter(unit -> unit.code().equals(code)).reduce((first, last) -> last);
        }
    }
}
