package id.semai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tables hold after the board has changed. */
@EndToEnd
class CopyTest {

    @Autowired
    DataSource database;

    @Autowired
    Copyist copyist;

    @Autowired
    Office office;

    private final Shelf board = new Shelf();
    private Apart apart;

    @BeforeEach
    void begin() {
        apart = new Apart(database);
    }

    @Test
    void whatTheBoardNoLongerKnowsGoes() {
        apart.withEmptyTables(() -> {
            board.journey("stays", "lab")
                    .journey("goes", "lab")
                    .unit("u1", "Satu")
                    .unit("u2", "Dua");
            Copy copy = copy(board);
            copy.round();
            assertThat(innovations()).containsExactly("goes", "stays");
            board.journeys.remove("goes");
            board.units.remove("u2");
            copy.round();
            assertThat(innovations()).containsExactly("stays");
            assertThat(apart.rows("select unit from reporting.units")).containsExactly(List.of("u1"));
            assertThat(apart.rows("select distinct journey from reporting.step"))
                    .containsExactly(List.of("stays"));
        });
    }

    @Test
    void nothingGoesWhileTheBoardIsNotComplete() {
        apart.withEmptyTables(() -> {
            copy(board.journey("known", "lab")).round();
            Shelf empty = new Shelf();
            empty.connected = () -> false;
            copy(empty).round();
            empty.connected = () -> true;
            empty.catchingUp = true;
            copy(empty).round();
            assertThat(innovations()).containsExactly("known");
            empty.catchingUp = false;
            copy(empty).round();
            assertThat(innovations()).isEmpty();
        });
    }

    /** A board is asked three times whether it is complete: before and after its journeys are listed, and at the end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void nothingGoesIfTheBoardBeganAnewMeanwhile(int moment) {
        apart.withEmptyTables(() -> {
            copy(board.journey("known", "lab")).round();
            AtomicInteger asked = new AtomicInteger();
            Shelf empty = new Shelf();
            empty.connected = () -> asked.incrementAndGet() != moment;
            copy(empty).round();
            assertThat(innovations()).containsExactly("known");
        });
    }

    @Test
    void newStepsAreAddedToThoseThatAreThere() {
        apart.withEmptyTables(() -> {
            Copy copy = copy(board.journey("one", "lab"));
            copy.round();
            List<List<Object>> before = steps();
            board.journey("one", "lab", "lab.design");
            copy.round();
            assertThat(steps()).hasSize(3).startsWith(before.toArray(List[]::new));
            assertThat(apart.rows("select stage from reporting.innovations")).containsExactly(List.of("lab.design"));
        });
    }

    @Test
    void aJourneyThatWasReadAnewTakesThePlaceOfTheOther() {
        apart.withEmptyTables(() -> {
            Copy copy = copy(board.journey("one", "lab", "lab.design", "lab.deliver"));
            copy.round();
            board.journey("one", "rollout", "rollout.trial", "fair", "fair.stand");
            copy.round();
            assertThat(apart.rows("select stage from reporting.transitions where stage is not null order by sequence"))
                    .containsExactly(
                            List.of("rollout"), List.of("rollout.trial"), List.of("fair"), List.of("fair.stand"));
        });
    }

    @Test
    void whoTakesOverWritesOnlyWhatIsNew() {
        apart.withEmptyTables(() -> {
            copy(board.journey("old", "lab").unit("u1", "Satu")).round();
            String everything =
                    "select ctid::text from reporting.journey union all select ctid::text from reporting.unit";
            List<List<Object>> rows = apart.rows(everything);
            List<List<Object>> steps = steps();
            // Equal, and other objects: as after a start.
            copy(board.journey("old", "lab").unit("u1", "Satu")).round();
            assertThat(steps()).isEqualTo(steps);
            assertThat(apart.rows(everything)).isEqualTo(rows);
        });
    }

    @Test
    void aUnitThatIsRenamedIsRenamedHere() {
        apart.withEmptyTables(() -> {
            Copy copy = copy(board.unit("u1", "Satu"));
            copy.round();
            board.unit("u1", "Satu Pintu");
            copy.round();
            assertThat(apart.rows("select name from reporting.units")).containsExactly(List.of("Satu Pintu"));
        });
    }

    @Test
    void theCopyTellsWhenItWasMadeAndOfWhat() {
        apart.withEmptyTables(() -> {
            board.catchingUp = true;
            copy(board.journey("one", "lab")).round();
            assertThat(apart.rows("select connected, catching_up, lag, events, last_event_at is null, heard_at is null,"
                            + " copied_at between clock_timestamp() - interval '1 minute' and clock_timestamp()"
                            + " from reporting.freshness"))
                    .containsExactly(List.of(true, true, Shelf.LAG, Shelf.EVENTS, false, false, true));
        });
    }

    @Test
    void aBoardOnWhichNothingChangesIsFreshAllTheSame() {
        apart.withEmptyTables(() -> {
            board.still = true;
            Copy copy = copy(board.journey("one", "lab"));
            copy.round();
            List<List<Object>> before = steps();
            apart.jdbc.update("update reporting.copied set at = null");
            copy.round();
            assertThat(apart.rows("select copied_at is not null from reporting.freshness"))
                    .containsExactly(List.of(true));
            assertThat(steps()).isEqualTo(before);
        });
    }

    @Test
    void aCopyIsCalledNoFresherThanWhatItWasMadeOf() {
        apart.withEmptyTables(() -> {
            AtomicReference<Timestamp> listed = new AtomicReference<>();
            board.whenListed = () -> listed.set(apart.jdbc.queryForObject("select clock_timestamp()", Timestamp.class));
            copy(board.journey("one", "lab")).round();
            assertThat(apart.jdbc.queryForObject("select copied_at from reporting.freshness", Timestamp.class))
                    .isBeforeOrEqualTo(listed.get());
        });
    }

    @Test
    void whatWasLeftHalfDoneIsNotCalledFresh() {
        apart.withEmptyTables(() -> {
            apart.jdbc.update("update reporting.copied set at = null");
            new Copy(board.journey("one", "lab"), new Tables(database), apart.transaction, () -> false).round();
            assertThat(apart.rows("select copied_at is null from reporting.freshness"))
                    .containsExactly(List.of(true));
        });
    }

    @Test
    void aNewNameIsTakenOverAndABoardThatHasForgottenItTakesNoneAway() {
        apart.withEmptyTables(() -> {
            Copy copy = copy(board.journey("one", "lab"));
            board.names.put("lab", "Labinov");
            copy.round();
            board.names.put("lab", "Laboratorium inovasi");
            copy.round();
            List<Object> named = List.of("lab", "Laboratorium inovasi");
            assertThat(apart.rows("select stage, stage_name from reporting.innovations"))
                    .containsExactly(named);
            board.names.clear();
            board.catchingUp = true;
            copy.round();
            assertThat(apart.rows("select stage, stage_name from reporting.innovations"))
                    .containsExactly(named);
        });
    }

    @Test
    void aCharacterThatPostgresDoesNotKnowStopsNothing() {
        apart.withEmptyTables(() -> {
            Copy copy = copy(board.journey("n\0ul", "la\0b").unit("u1", "Sa\0tu"));
            copy.round();
            copy.round();
            assertThat(apart.rows("select innovation, stage, unit_name from reporting.innovations"))
                    .containsExactly(List.of("n\uFFFDul", "la\uFFFDb", "Sa\uFFFDtu"));
            board.journeys.clear();
            copy.round();
            assertThat(innovations()).isEmpty();
        });
    }

    @Test
    void oneNodeWritesAtATimeAndWhoEndsLeavesItToTheNext() throws SQLException {
        isSoonTaken();
        copyist.stop();
        try (Turn another = Turn.take(database).orElseThrow()) {
            assertThat(another.database()).isNotNull();
            assertThat(Turn.take(database)).isEmpty();
        } finally {
            copyist.start();
        }
        isSoonTaken();
    }

    @Test
    void whoLosesItsConnectionTakesAnother() {
        isSoonTaken();
        List<Object> holder = locks().get(0);
        apart.jdbc.queryForList("select pg_terminate_backend(?)", holder.get(0));
        Story story = Story.proposed(office, "dukcapil");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(innovations()).contains(story.innovation));
        assertThat(locks()).hasSize(1).doesNotContain(holder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Jakarta", "+07:00", "-03:30", "UTC", "Z", "GMT+8", "Etc/GMT-9"})
    void postgresUnderstandsEachZoneAsJavaDoes(String zone) {
        Instant moment = Instant.parse("2026-11-28T20:00:00Z");
        String there = apart.jdbc.queryForObject(
                "select (timestamptz '2026-11-28 20:00:00Z' at time zone ?)::text",
                String.class,
                Tables.nameOf(ZoneId.of(zone)));
        assertThat(there.replace(' ', 'T'))
                .startsWith(moment.atZone(ZoneId.of(zone)).toLocalDateTime().toString());
    }

    private void isSoonTaken() {
        await().atMost(Duration.ofSeconds(30)).until(() -> locks().size() == 1);
    }

    private List<List<Object>> locks() {
        return apart.rows("select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1"
                + " and (classid::bigint << 32 | objid::bigint) = " + Turn.LOCK);
    }

    private Copy copy(Shelf of) {
        return new Copy(of, new Tables(database), apart.transaction, () -> true);
    }

    private List<String> innovations() {
        return apart.jdbc.queryForList("select innovation from reporting.innovations order by 1", String.class);
    }

    /** With the place where the row lies, which another one would not have. */
    private List<List<Object>> steps() {
        return apart.rows("select ctid::text, sequence from reporting.step order by journey, sequence");
    }
}
