package id.semai.simulation;

import id.semai.stage.Times;
import id.semai.terminal.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * What is told at the end.
 *
 * @param came the simulated moment at which it ended
 * @param took in real time
 */
record Summary(SimulationOrder order, Tally tally, long events, Instant came, Duration took) {

    String figures() {
        return "%s sampai %s dalam %s: %s tugas, %s pewaktu dan langkah mesin, %s peristiwa (%s tugas/detik).%s"
                .formatted(
                        Times.day(order.begin(), SimulationOrder.NATIONAL),
                        Times.day(came, SimulationOrder.NATIONAL),
                        Progress.duration(took),
                        Progress.number(tally.tasks()),
                        Progress.number(tally.jobs()),
                        Progress.number(events),
                        Progress.number(tally.tasks() * 1000 / Math.max(1, took.toMillis())),
                        failures());
    }

    String howToLook() {
        return """

                Untuk melihatnya:
                  java -jar semai.jar --semai.embedded.data-directory=%s \\
                    --semai.people.file=%s \\
                    --semai.models.folder=%s"""
                .formatted(order.folder(), OwnServers.people(order.folder()), OwnServers.models(order.folder()));
    }

    private String failures() {
        return tally.failures() == 0
                ? ""
                : "\n%s langkah gagal, antara lain:\n  %s"
                        .formatted(Progress.number(tally.failures()), String.join("\n  ", tally.examples()));
    }
}
