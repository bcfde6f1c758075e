package id.semai.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was released, and what the engine has of it. */
@Repository
class ReleaseTable {

    /** Any number that nothing else in the database locks. */
    private static final long LOCK = 73_625;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Kind, String> DEFINITIONS = Map.of(
            Kind.PROCESS, "act_re_procdef", Kind.DECISION, "act_re_decision_def", Kind.FORM, "act_re_camformdef");

    private static final String SELECT =
            """
            select r.*, exists (select 1 from act_re_procdef where id_ = r.definition_id)
                or exists (select 1 from act_re_decision_def where id_ = r.definition_id)
                or exists (select 1 from act_re_camformdef where id_ = r.definition_id) as there
            from semai.model_release r
            """;

    private final JdbcClient database;

    ReleaseTable(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else releases anything: what is read after this is true when it is written. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> 0)
                .single();
    }

    /** The newest first. */
    List<Release> of(ModelId model) {
        return database.sql(SELECT + "where kind = :kind and model = :model order by id desc")
                .param("kind", model.kind().code())
                .param("model", model.id())
                .query(ReleaseTable::release)
                .list();
    }

    /** The newest first. */
    List<Release> all() {
        return database.sql(SELECT + "order by id desc")
                .query(ReleaseTable::release)
                .list();
    }

    /** The newest that the engine still has: what begins now, begins in it. */
    Optional<Release> current(ModelId model) {
        return of(model).stream().filter(Release::exists).findFirst();
    }

    void add(Bundle bundle, Definition definition, Origin origin, String who, String node) {
        database.sql(
                        """
                        insert into semai.model_release (kind, model, version, deployment_id, definition_id, meaning,
                            checksum, files, origin, released_by, node)
                        values (:kind, :model, :version, :deployment, :definition, :meaning,
                            :checksum, :files::jsonb, :origin, :who, :node)
                        """)
                .param("kind", bundle.id().kind().code())
                .param("model", bundle.id().id())
                .param("version", definition.version())
                .param("deployment", definition.deployment())
                .param("definition", definition.id())
                .param("meaning", bundle.meaning())
                .param("checksum", bundle.checksum())
                .param("files", json(bundle.digests()))
                .param("origin", origin.code())
                .param("who", who)
                .param("node", node)
                .update();
    }

    /** Versions that belong to no unit and are newer than what this table knows, the oldest first. */
    List<Definition> unknown(ModelId model) {
        int known = current(model).map(Release::version).orElse(0);
        return database.sql("select id_, deployment_id_, version_ from %s ".formatted(DEFINITIONS.get(model.kind()))
                        + "where key_ = :model and tenant_id_ is null and version_ > :known order by version_")
                .param("model", model.id())
                .param("known", known)
                .query((row, number) ->
                        new Definition(row.getString("id_"), row.getString("deployment_id_"), row.getInt("version_")))
                .list();
    }

    Definition deployed(ModelId model, String deployment) {
        return database.sql("select id_, version_ from %s where key_ = :model and deployment_id_ = :deployment"
                        .formatted(DEFINITIONS.get(model.kind())))
                .param("model", model.id())
                .param("deployment", deployment)
                .query((row, number) -> new Definition(row.getString("id_"), deployment, row.getInt("version_")))
                .single();
    }

    /** The files of a deployment as they were deployed. */
    Snapshot files(String deployment) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        database.sql("select name_, bytes_ from act_ge_bytearray where deployment_id_ = :deployment")
                .param("deployment", deployment)
                .query(row -> {
                    if (ModelFolder.isModel(row.getString("name_"))) {
                        files.put(row.getString("name_"), row.getBytes("bytes_"));
                    }
                });
        return new Snapshot(files);
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getLong("id"),
                new ModelId(Kind.of(row.getString("kind")), row.getString("model")),
                row.getInt("version"),
                row.getString("deployment_id"),
                row.getString("definition_id"),
                row.getString("meaning"),
                row.getString("checksum"),
                names(row.getString("files")),
                Origin.of(row.getString("origin")),
                row.getString("released_by"),
                row.getString("node"),
                row.getObject("released_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("there"));
    }

    private static SortedMap<String, String> names(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private static String json(Map<String, String> files) {
        try {
            return JSON.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
