package id.semai.journal;

import static id.semai.journal.JournalWorld.migrated;
import static id.semai.journal.JournalWorld.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.stage.Innovation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that an earlier Semai has written. */
class BroughtAlongTest {

    private final JournalWorld world = new JournalWorld(Broker.shared(), "3");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void itsInnovationsMigrateAndItsModelsAreReleased() {
        Innovation innovation = world.started();
        assertThatThrownBy(() -> world.append(released("lab", 1))).hasMessageContaining("semai.model");

        world.bringAlong();

        world.append(migrated(innovation, 3, 4));
        assertThat(world.append(released("lab", 1))).isEqualTo(1);
        assertThat(Topic.json(world.state(innovation)).at("/data/sequence").asInt())
                .isEqualTo(2);
        assertThatThrownBy(() -> world.database
                        .sql("insert into semai.event (id, stream, key, sequence, type, occurred_at, payload)"
                                + " values (gen_random_uuid(), 'another', 'k', 1, 't', now(), '')")
                        .update())
                .hasMessageContaining("event_stream_check");
    }

    /** The state topic is younger than that innovation's last event: its row has no state, and its journey is derived. */
    @Test
    void anInnovationThatTheStateTopicDoesNotKnowYetMigratesAndAppearsThere() {
        Innovation innovation = world.started();
        world.bringAlong();
        world.database.sql("update semai.innovation set state = null").update();

        world.append(migrated(innovation, 3, 4));

        assertThat(Topic.json(world.state(innovation)).at("/data/title").asText())
                .isEqualTo("Sekolah Lapang Literasi");
    }
}
