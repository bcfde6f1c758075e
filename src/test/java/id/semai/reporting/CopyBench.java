package id.semai.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.dashboard.Board;
import id.semai.figures.Boards;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to copy a country for the first time, to look through it after a change of nodes, and to ask the views
 * of it: {@code mvn verify -Pbench -Dit.test=CopyBench}, {@code -Dbench.innovations=}.
 */
class CopyBench {

    private static final int INNOVATIONS = Integer.getInteger("bench.innovations", 36_742);
    private static final int TIMES = 5;

    @Test
    void aCountryIsCopiedAndAsked() throws IOException, SQLException {
        Board country = Boards.country(INNOVATIONS);
        try (EmbeddedPostgres postgres = durable()) {
            Apart apart = new Apart(postgres.getPostgresDatabase());
            Flyway.configure()
                    .dataSource(apart.database)
                    .schemas("semai")
                    .load()
                    .migrate();
            try (Turn turn = Turn.take(apart.database).orElseThrow()) {
                report("first copy", seconds(() -> copy(country, turn)));
                report("taken over, nothing new", seconds(() -> copy(country, turn)));
            }
            apart.at(Boards.NOW);
            report("before anybody has analysed it", slowest(apart));
            report("analysed", seconds(() -> apart.jdbc.execute("analyze")));
            queries().forEach(query -> report(query, median(apart, query)));
        }
    }

    /** Keeps what it has committed, as in earnest. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static void copy(Board country, Turn turn) {
        new Copy(country, new Tables(turn.database()), turn.transaction(), () -> true).round();
    }

    private static double slowest(Apart apart) {
        return queries().stream()
                .mapToDouble(query -> seconds(() -> apart.rows(query)))
                .max()
                .orElseThrow();
    }

    private static double median(Apart apart, String query) {
        double[] times = new double[TIMES];
        Arrays.setAll(times, i -> seconds(() -> apart.rows(query)));
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    private static List<String> queries() {
        List<String> queries = new ArrayList<>();
        try {
            queries.addAll(new ObjectMapper()
                    .readTree(Path.of("src/main/resources/contract/grafana/innovations.json")
                            .toFile())
                    .path("panels")
                    .findValuesAsText("rawSql"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(queries).isNotEmpty();
        queries.add("select * from reporting.innovations");
        queries.add("select * from reporting.units");
        queries.add("select * from reporting.one_agency");
        queries.add("select * from reporting.innovations where government = 'g7'");
        queries.add("select * from reporting.stage_visits where government = 'g7'");
        queries.add("select * from reporting.transitions where innovation = 'i7'");
        queries.add("select * from reporting.freshness");
        return queries;
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(String what, double seconds) {
        System.out.printf("reporting: %7.3f s  %s%n", seconds, what);
    }
}
