package id.semai.models;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the folder of each node holds: where they differ, an edit has reached some nodes only. */
@Component
class NodeFolders {

    private static final Duration RENEWED_EVERY = Duration.ofSeconds(20);

    /** Whoever has not been seen for so long is gone, or has no database. */
    private static final String LIVE = "seen_at > clock_timestamp() - interval '70 seconds'";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String name;
    private Instant renewed = Instant.EPOCH;

    NodeFolders(ModelFolder folder, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.name = host() + ":" + folder.path();
    }

    /** This node and its folder: two processes that share a folder are one here. */
    String name() {
        return name;
    }

    void keep(Bundles bundles) {
        transaction.executeWithoutResult(status -> {
            database.sql("delete from semai.model_folder where node = :node or seen_at < now() - interval '7 days'")
                    .param("node", name)
                    .update();
            bundles.all().values().forEach(this::keep);
        });
        renewed = clock.instant();
    }

    void renew() {
        if (Duration.between(renewed, clock.instant()).compareTo(RENEWED_EVERY) >= 0) {
            renewed = clock.instant();
            database.sql("update semai.model_folder set seen_at = clock_timestamp() where node = :node")
                    .param("node", name)
                    .update();
        }
    }

    List<Node> live() {
        return database.sql("select node, max(seen_at) as at from semai.model_folder where " + LIVE
                        + " group by node order by node")
                .query((row, number) -> new Node(
                        row.getString("node"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Models of which live nodes have different contents, or which some lack. */
    List<ModelId> differing() {
        return database.sql(
                        """
                        select kind, model from semai.model_folder where %1$s group by kind, model
                        having count(distinct meaning) > 1
                            or count(*) < (select count(distinct node) from semai.model_folder where %1$s)
                        order by kind, model
                        """
                                .formatted(LIVE))
                .query((row, number) -> new ModelId(Kind.of(row.getString("kind")), row.getString("model")))
                .list();
    }

    private void keep(Bundle bundle) {
        database.sql(
                        """
                        insert into semai.model_folder (node, kind, model, meaning) values (:node, :kind, :model, :meaning)
                        on conflict (node, kind, model) do update set meaning = excluded.meaning, seen_at = excluded.seen_at
                        """)
                .param("node", name)
                .param("kind", bundle.id().kind().code())
                .param("model", bundle.id().id())
                .param("meaning", bundle.meaning())
                .update();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    record Node(String name, Instant seenAt) {}
}
