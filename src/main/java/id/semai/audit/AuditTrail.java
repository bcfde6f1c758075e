package id.semai.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what, from where; it only ever grows. What is appended in a transaction stays or goes with it. */
@Repository
public class AuditTrail {

    private static final int LONGEST = 2_000;

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param account who did it; null for Semai itself and for a name that is no account
     * @param what in Camunda's words ({@code Create User}) or ours
     * @param subject to whom or what it was done; often null
     * @param details neither names nor answers nor passwords; often null
     */
    public void append(Kind kind, String account, String what, String subject, String details) {
        database.sql(
                        """
                        insert into semai.audit (kind, account, roles, address, what, subject, details)
                        values (:kind, :account, (
                            select string_agg(group_id_, ' ' order by group_id_)
                            from act_id_membership where user_id_ = :account), :address, :what, :subject, :details)
                        """)
                .param("kind", kind.code())
                .param("account", account)
                .param("address", Caller.current().map(Caller::address).orElse(null))
                .param("what", what)
                .param("subject", shortened(subject))
                .param("details", shortened(details))
                .update();
    }

    /**
     * The newest first.
     *
     * @param account who did it or to whom it was done; null for all
     * @param kind null for all
     * @param from inclusive; null for all
     * @param until exclusive; null for all
     * @param before entries with smaller numbers only; null for the newest
     */
    public List<Numbered> newest(String account, Kind kind, Instant from, Instant until, Long before, int most) {
        return database.sql(
                        """
                        select * from semai.audit
                        where (:account::text is null or account = :account or subject = :account)
                            and (:kind::text is null or kind = :kind)
                            and (:from::timestamptz is null or at >= :from)
                            and (:until::timestamptz is null or at < :until)
                            and (:before::bigint is null or id < :before)
                        order by id desc limit :most
                        """)
                .param("account", account)
                .param("kind", kind == null ? null : kind.code())
                .param("from", utc(from))
                .param("until", utc(until))
                .param("before", before)
                .param("most", most)
                .query((row, number) -> new Numbered(row.getLong("id"), entry(row)))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("account"),
                row.getString("roles"),
                row.getString("address"),
                row.getString("what"),
                row.getString("subject"),
                row.getString("details"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    public record Numbered(long id, Entry entry) {}
}
