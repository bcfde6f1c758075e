package id.semai.crash;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.dashboard.Board;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Visits;
import id.semai.intake.Watch;
import id.semai.journal.Broker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a simulation has left, with its servers started again for as long as somebody looks. */
record SimulatedFolder(Path data) {

    /** A board that reads the topics from the beginning holds what the engine's own history says, to the millisecond. */
    Board assertBoardIsHistory(Path dashboard) throws Exception {
        Map<String, Visits> history = ask(SimulatedFolder::history);
        Broker broker = new Broker(data.resolve("kafka"));
        broker.start();
        try (Watch watch = Watch.of(broker.address(), dashboard)) {
            Board board = watch.upToDate().board;

            assertThat(board.journeys().stream().map(Journey::id).collect(toSet()))
                    .isEqualTo(history.keySet());
            assertThat(board.journeys())
                    .allSatisfy(journey -> Visits.of(journey).assertSameAs(history.get(journey.id()), Duration.ZERO));
            return board;
        } finally {
            broker.stop();
        }
    }

    /** Over one connection: a country is asked hundreds of thousands of questions. */
    <T> T ask(Function<JdbcClient, T> question) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(data.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(
                                Files.createDirectories(data.resolve("look")).toFile())
                        .setLocaleConfig("locale", "C")
                        .start();
                Connection connection =
                        postgres.getDatabase("postgres", "semai").getConnection()) {
            return question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        }
    }

    private static Map<String, Visits> history(JdbcClient database) {
        Map<String, BpmnModelInstance> read = new HashMap<>();
        Function<String, BpmnModelInstance> models = id -> read.computeIfAbsent(id, any -> model(database, id));
        return Visits.innovations(database, models).stream()
                .collect(toMap(innovation -> innovation, it -> Visits.inEngine(it, database, models)));
    }

    private static BpmnModelInstance model(JdbcClient database, String definition) {
        byte[] file = database.sql(
                        """
                        select b.bytes_ from act_re_procdef d
                        join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                        where d.id_ = :id
                        """)
                .param("id", definition)
                .query((row, number) -> row.getBytes(1))
                .single();
        return Bpmn.readModelFromStream(new ByteArrayInputStream(file));
    }
}
