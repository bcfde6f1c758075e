package id.semai.migration;

import id.semai.journal.StageJournal;
import id.semai.stage.JourneyMigration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Moves one instance in the caller's transaction, and tells of it there. That transaction reads one snapshot
 * (repeatable read), so what is judged is what is moved: whoever works on the instance meanwhile makes it fail, never
 * move wrongly.
 */
@Component
class Mover {

    private final Waiting waiting;
    private final StageJournal journal;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;

    Mover(Waiting waiting, StageJournal journal, RuntimeService runtime, ProcessEngine engine) {
        this.waiting = waiting;
        this.journal = journal;
        this.runtime = runtime;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    Outcome move(Route route, Ticket ticket) {
        return obstacle(route, ticket).orElseGet(() -> {
            // First the innovation's row, then the engine's: in the order of whoever completes a task.
            if (ticket.innovation() != null) {
                journal.append(new JourneyMigration(
                        ticket.innovation(),
                        route.from().getKey(),
                        route.from().getVersion(),
                        route.to().getVersion()));
            }
            migrate(route, ticket.instance());
            return Outcome.MOVED;
        });
    }

    private Optional<Outcome> obstacle(Route route, Ticket ticket) {
        String instance = ticket.instance();
        Optional<String> definition = waiting.definitionOf(instance);
        if (definition.isEmpty()) {
            return Optional.of(Outcome.ENDED);
        }
        if (!definition.get().equals(route.from().getId())) {
            return Optional.of(Outcome.stays(List.of(
                    "Tidak lagi berjalan pada versi %d.".formatted(route.from().getVersion()))));
        }
        List<String> obstacles = route.obstacles(
                waiting.inInstance(instance), waiting.doneInInstance(instance, route.forgotten()), ticket.obstacles());
        return obstacles.isEmpty() ? Optional.empty() : Optional.of(Outcome.stays(obstacles));
    }

    private void migrate(Route route, String instance) {
        Set<String> armedBefore = waiting.triggers(instance).keySet();
        runtime.newMigration(route.engine()).processInstanceIds(instance).execute();
        engine.getCommandExecutorTxRequired()
                .execute(new Settling(instance, revived(route, instance, armedBefore), route.comparison()));
    }

    /**
     * The engine arms anew what has fired or was heard before, since it finds nothing armed: a reminder would come
     * again, and who was stopped could be stopped once more. What the old version did not have is armed rightly.
     */
    private Set<String> revived(Route route, String instance, Set<String> armedBefore) {
        Map<String, String> armed = waiting.triggers(instance);
        Set<String> fresh = new HashSet<>(armed.keySet());
        fresh.removeAll(armedBefore);
        return fresh.stream()
                .filter(id -> route.comparison().keepsTrigger(armed.get(id)))
                .collect(Collectors.toSet());
    }
}
