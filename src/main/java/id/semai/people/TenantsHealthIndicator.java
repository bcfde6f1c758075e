package id.semai.people;

import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what belongs to no unit, and so would be visible to everybody. There is none unless something went wrong, and then
 * it is {@code STRAY}, which fails the health group {@code tenants} and nothing else.
 */
@Component
class TenantsHealthIndicator implements HealthIndicator {

    static final Status STRAY = new Status("STRAY", "Something belongs to no unit");

    private final JdbcClient database;

    TenantsHealthIndicator(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Health health() {
        Map<String, Object> strays = count();
        boolean none = strays.values().stream().allMatch(count -> count.equals(0L));
        return Health.status(none ? Status.UP : STRAY).withDetails(strays).build();
    }

    /** The tables have an index on the tenant; what a batch holds belongs to no process. */
    private Map<String, Object> count() {
        return database.sql(
                        """
                        select
                            (select count(*) from act_ru_execution where tenant_id_ is null) as executions,
                            (select count(*) from act_ru_task where tenant_id_ is null) as tasks,
                            (select count(*) from act_ru_variable where tenant_id_ is null and batch_id_ is null) as variables,
                            (select count(*) from act_hi_procinst where tenant_id_ is null) as "past processes",
                            (select count(*) from act_hi_taskinst where tenant_id_ is null) as "past tasks",
                            (select count(*) from act_hi_varinst where tenant_id_ is null) as "past variables",
                            (select count(*) from act_hi_decinst where tenant_id_ is null) as "past decisions"
                        """)
                .query()
                .singleRow();
    }
}
