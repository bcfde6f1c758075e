package id.semai.journal;

import id.semai.stage.StageTransition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which stages an innovation is in and has been in. Its callers hold the innovation's row lock. */
@Component
class StageVisits {

    private final JdbcClient database;

    StageVisits(JdbcClient database) {
        this.database = database;
    }

    /** @throws IllegalStateException if the innovation is in the stage already */
    StageVisit enter(StageTransition transition, Turn turn) {
        return statement(
                        """
                        insert into semai.stage_visit
                            (innovation, stage, visit, entered_at, entered_sequence, due_at, previous_stage)
                        select :innovation, :stage, coalesce(max(visit), 0) + 1, :at, :sequence, :dueAt,
                               (select stage from semai.stage_visit
                                where innovation = :innovation and left_sequence is not null
                                order by left_sequence desc limit 1)
                        from semai.stage_visit
                        where innovation = :innovation and stage = :stage
                        having count(*) = count(left_sequence)
                        returning visit, entered_at, due_at, left_at, previous_stage
                        """,
                        transition,
                        turn)
                .param("dueAt", offset(transition.dueAt()))
                .query(StageVisits::visit)
                .optional()
                .orElseThrow(() -> refusal(transition, "is open already and cannot be entered again"));
    }

    /** @throws IllegalStateException if the innovation is not in the stage */
    StageVisit leave(StageTransition transition, Turn turn) {
        return statement(
                        """
                        update semai.stage_visit
                        set left_at = :at, left_sequence = :sequence, outcome = :outcome, reason = :reason
                        where innovation = :innovation and stage = :stage and left_sequence is null
                        returning visit, entered_at, due_at, left_at, previous_stage
                        """,
                        transition,
                        turn)
                .param("outcome", transition.outcome())
                .param("reason", transition.reasonCode())
                .query(StageVisits::visit)
                .optional()
                .orElseThrow(() -> refusal(transition, "is not open and cannot be left"));
    }

    /** @throws IllegalStateException if the innovation is not in the stage */
    StageVisit markOverdue(StageTransition transition, Turn turn) {
        return statement(
                        """
                        update semai.stage_visit set overdue_at = coalesce(overdue_at, :at)
                        where innovation = :innovation and stage = :stage and left_sequence is null
                        returning visit, entered_at, due_at, left_at, previous_stage
                        """,
                        transition,
                        turn)
                .query(StageVisits::visit)
                .optional()
                .orElseThrow(() -> refusal(transition, "is not open and cannot be overdue"));
    }

    List<String> open(String innovation) {
        return database.sql(
                        """
                        select stage from semai.stage_visit
                        where innovation = :innovation and left_sequence is null order by stage
                        """)
                .param("innovation", innovation)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, StageTransition transition, Turn turn) {
        return database.sql(sql)
                .param("innovation", transition.innovation().id())
                .param("stage", transition.stage().code())
                .param("sequence", turn.sequence())
                .param("at", offset(turn.at()));
    }

    private static IllegalStateException refusal(StageTransition transition, String why) {
        return new IllegalStateException("Stage %s of innovation %s %s"
                .formatted(transition.stage().code(), transition.innovation().id(), why));
    }

    private static StageVisit visit(ResultSet row, int number) throws SQLException {
        return new StageVisit(
                row.getInt("visit"),
                instant(row, "entered_at"),
                instant(row, "due_at"),
                instant(row, "left_at"),
                row.getString("previous_stage"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static OffsetDateTime offset(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
