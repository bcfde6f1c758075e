package id.semai.journal;

import static id.semai.journal.JournalWorld.entered;
import static id.semai.journal.JournalWorld.migrated;
import static id.semai.journal.JournalWorld.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.semai.stage.Innovation;
import id.semai.terminal.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final JournalWorld world = new JournalWorld();
    private final CommandsWorld commands = new CommandsWorld(world);
    private final String target = world.settings.relay() + "-copy";
    private final Topic copy = new Topic(world.kafka(), target);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theJournalIsPublishedAgainByteForByte() {
        Innovation first = world.started();
        Innovation second = world.started();
        world.clock.move(Duration.ofSeconds(1));
        world.append(entered(second, "commitment"));
        world.clock.move(Duration.ofSeconds(1));
        world.append(entered(first, "commitment"));
        commands.shipAll();

        assertThat(commands.replay("--to", target)).isZero();

        assertThat(copy.payloads())
                .containsExactlyInAnyOrderElementsOf(world.stages().payloads());
        assertThat(copy.sequences(first.id())).containsExactly(1, 2);
        assertThat(copy.sequences(second.id())).containsExactly(1, 2);
        for (ConsumerRecord<String, String> record : copy.read()) {
            ConsumerRecord<String, String> original = world.stages().read().stream()
                    .filter(it -> it.value().equals(record.value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(record.key()).isEqualTo(original.key());
            assertThat(record.partition()).isEqualTo(original.partition());
            assertThat(record.headers()).isEqualTo(original.headers());
        }
        assertThat(commands.reconcile(target)).as(commands.said()).isZero();
    }

    @Test
    void releasesOfModelsArePublishedAgainInTheirPlace() {
        world.append(released("lab", 1));
        Innovation innovation = world.started();
        world.clock.move(Duration.ofSeconds(1));
        world.append(released("lab", 2));
        world.clock.move(Duration.ofSeconds(1));
        world.append(migrated(innovation, 1, 2));
        commands.shipAll();

        assertThat(commands.replay("--to", target)).isZero();

        assertThat(copy.payloads())
                .hasSize(4)
                .containsExactlyInAnyOrderElementsOf(world.stages().payloads());
        assertThat(copy.sequences("model:lab")).containsExactly(1, 2);
        assertThat(commands.reconcile(target)).as(commands.said()).isZero();
    }

    @Test
    void aReplayOfOneInnovationAndOneOfStatesLeaveModelsOut() {
        Innovation innovation = world.started();
        world.append(released("lab", 1));
        String states = target + "-states";

        commands.replay("--to", target, "--states-to", states, "--innovation", innovation.id());
        commands.replay("--states-to", states, "--append");

        assertThat(copy.read()).extracting(ConsumerRecord::key).containsExactly(innovation.id());
        assertThat(new Topic(world.kafka(), states).read())
                .extracting(ConsumerRecord::key)
                .containsOnly(innovation.id());
        refused("Inovasi model:lab tidak ada", "--to", target, "--append", "--innovation", "model:lab");
    }

    @Test
    void acrossInnovationsTheOrderIsThatOfBusinessTime() throws Exception {
        List<Innovation> all = List.of(world.started(), world.started(), world.started());
        for (int turn = 0; turn < 30; turn++) {
            world.clock.move(Duration.ofMillis(turn % 3));
            world.append(entered(all.get((turn * 7) % 3), "stage" + turn));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", world.kafka()))) {
            admin.createTopics(Set.of(new NewTopic(target, 1, (short) 1))).all().get();
        }

        commands.replay("--to=" + target);

        assertThat(copy.payloads()).containsExactlyElementsOf(commands.payloads("occurred_at, key, sequence"));
    }

    @Test
    void aReplayMayBeginLaterOrTellOfOneInnovationOnly() {
        Innovation first = world.started();
        Innovation second = world.started();
        world.clock.move(Duration.ofDays(2));
        world.append(entered(first, "commitment"));
        world.append(entered(second, "commitment"));

        commands.replay("--to", target, "--since", "2026-12-06T00:00+08:00", "--innovation", first.id());

        assertThat(copy.sequences(first.id())).containsExactly(2);
        assertThat(copy.sequences(second.id())).isEmpty();
    }

    @Test
    void theLatestStatesGoToACompactedTopic() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "commitment"));

        assertThat(commands.replay("--states-to", target)).isZero();

        assertThat(copy.payloads())
                .containsExactly(world.database
                        .sql("select state from semai.innovation")
                        .query(String.class)
                        .single());
        assertThat(copy.read().get(0).key()).isEqualTo(innovation.id());
    }

    @Test
    void aReplayThatDiesLeavesNoHalfTransactionAndMayBeRepeated() {
        Innovation innovation = world.started();
        world.append(entered(innovation, "commitment"));
        ReplayTarget dying = ReplayTarget.open(
                world.connection(),
                world.settings,
                target,
                world.settings.topics().stageTransitions(),
                false,
                false);
        List<String> payloads = commands.payloads("sequence");
        dying.send(new Extract.Row(innovation.id(), payloads.get(0), null));
        dying.commit();
        dying.send(new Extract.Row(innovation.id(), payloads.get(1), null));

        refused("sudah berisi", "--to", target);
        assertThat(commands.replay("--to", target, "--append")).isZero();
        dying.close();

        assertThat(copy.sequences(innovation.id())).containsExactly(1, 1, 2);
        assertThat(copy.payloads()).containsOnlyOnceElementsOf(List.of(payloads.get(1)));
    }

    @Test
    void whatCannotBeMeantIsRefusedInOneSentence() {
        world.started();
        commands.shipAll();

        refused("sedang dipakai Semai", "--to", world.settings.topics().stageTransitions());
        refused("sedang dipakai Semai", "--to", world.settings.topics().units());
        refused("sedang dipakai Semai", "--to", world.settings.topics().relay());
        refused("sedang dipakai Semai", "--states-to", world.settings.topics().innovations());
        refused("bukan nama topik", "--to", "salah topik");
        refused("bukan nama topik", "--to", "__consumer_offsets");
        refused("topik tujuan");
        refused("«--ke» tidak dikenal", "--ke", target);
        refused("memerlukan nilai", "--to");
        refused("bukan tanggal", "--to", target, "--since", "kemarin");
        refused("Inovasi tiada tidak ada", "--to", target, "--innovation", "tiada");
        commands.replay("--states-to", target);
        refused("cleanup.policy=compact", "--to", target);
    }

    @Test
    void noSnapshotStaysOpenWhileTheListIsRead() throws Exception {
        world.started();
        try (Extract extract = new Extract(
                world.dataSource(), "select id, octet_length(payload) from semai.event", Map.of(), "select 1")) {
            assertThat(extract.size()).isEqualTo(2);
            assertThat(world.database
                            .sql("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and pid <> pg_backend_pid() and backend_xmin is not null")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private void refused(String why, String... words) {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> commands.replay(words))
                .withMessageContaining(why);
    }
}
