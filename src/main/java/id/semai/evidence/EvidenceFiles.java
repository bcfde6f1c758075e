package id.semai.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files, in the database of what they prove: saved, backed up and restored together with it. */
@Repository
public class EvidenceFiles {

    private static final String KNOWN =
            "id, innovation, task, task_name, about, name, type, size, sha256, person, keeper, added_at";

    private final JdbcClient database;

    EvidenceFiles(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which they came. It knows no rights: ask only for who may see the innovation. */
    public List<EvidenceFile> of(String innovation) {
        return database.sql(
                        "select " + KNOWN + " from semai.evidence where innovation = :innovation order by added_at, id")
                .param("innovation", innovation)
                .query(EvidenceFiles::toFile)
                .list();
    }

    Optional<EvidenceFile> find(UUID id) {
        return database.sql("select " + KNOWN + " from semai.evidence where id = :id")
                .param("id", id)
                .query(EvidenceFiles::toFile)
                .optional();
    }

    byte[] content(UUID id) {
        return database.sql("select content from semai.evidence where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Whether it was kept: only while the task is open and in the hands of who attaches it. */
    boolean add(EvidenceFile file, byte[] content) {
        return database.sql(
                                """
                                insert into semai.evidence (%s, content)
                                select :id, :innovation, :task, :taskName, :about, :name, :type, :size, :sha256, :person, :keeper, :at, :content
                                from act_ru_task where id_ = :task and assignee_ = :person
                                for share
                                """
                                        .formatted(KNOWN))
                        .param("id", file.id())
                        .param("innovation", file.innovation())
                        .param("task", file.task())
                        .param("taskName", file.taskName())
                        .param("about", file.about())
                        .param("name", file.name())
                        .param("type", file.type().name())
                        .param("size", file.size())
                        .param("sha256", file.sha256())
                        .param("person", file.person())
                        .param("keeper", file.keeper())
                        .param("at", OffsetDateTime.ofInstant(file.addedAt(), ZoneOffset.UTC))
                        .param("content", content)
                        .update()
                > 0;
    }

    /** Whether it was there and is gone: only while the task is open and in the hands of who keeps it. */
    boolean remove(UUID id, String person) {
        return database.sql(
                                """
                                delete from semai.evidence using act_ru_task
                                where id = :id and keeper = :person and id_ = task and assignee_ = :person
                                """)
                        .param("id", id)
                        .param("person", person)
                        .update()
                > 0;
    }

    /** Lets whoever takes the task over take back what the giver could; the files still tell who attached them. */
    public void pass(String task, String giver, String receiver) {
        database.sql("update semai.evidence set keeper = :receiver where task = :task and keeper = :giver")
                .param("task", task)
                .param("giver", giver)
                .param("receiver", receiver)
                .update();
    }

    private static EvidenceFile toFile(ResultSet row, int number) throws SQLException {
        return new EvidenceFile(
                row.getObject("id", UUID.class),
                row.getString("innovation"),
                row.getString("task"),
                row.getString("task_name"),
                row.getString("about"),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getInt("size"),
                row.getString("sha256"),
                row.getString("person"),
                row.getString("keeper"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
