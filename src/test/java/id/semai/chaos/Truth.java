package id.semai.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What really happened, by the engine's own history; Semai's tables are not asked. */
record Truth(Map<String, Journey> journeys) {

    /**
     * One innovation.
     *
     * @param facts what must have been told, each in words such as {@code completed lab.left 2}
     * @param open the stages it is in
     */
    record Journey(List<String> facts, Set<String> open, boolean finished) {}

    static Truth of(JdbcClient database) {
        Map<String, Journey> journeys = new HashMap<>();
        database.sql(
                        """
                        select id_, end_time_ is not null, end_act_id_, state_ from act_hi_procinst
                        where super_process_instance_id_ is null
                        """)
                .query(row -> {
                    boolean finished = row.getBoolean(2);
                    Journey journey = new Journey(new ArrayList<>(), new TreeSet<>(), finished);
                    journey.facts.add("started");
                    if (finished) {
                        boolean deleted = row.getString(4).endsWith("TERMINATED");
                        journey.facts.add("finished " + (deleted ? "cancelled" : row.getString(3)));
                    }
                    journeys.put(row.getString(1), journey);
                });
        database.sql(
                        """
                        select root_proc_inst_id_, replace(act_id_, '_', '.') as stage, end_time_ is not null,
                               act_inst_state_ = 2 as cancelled,
                               row_number() over (partition by root_proc_inst_id_, act_id_ order by start_time_) as visit
                        from act_hi_actinst where act_type_ in ('subProcess', 'callActivity')
                        """)
                .query(row -> {
                    Journey journey = journeys.get(row.getString(1));
                    String visit = row.getString(2) + " " + row.getInt(5);
                    journey.facts.add("entered " + visit);
                    if (row.getBoolean(3)) {
                        journey.facts.add((row.getBoolean(4) ? "cancelled " : "completed ") + visit);
                    } else {
                        journey.open.add(row.getString(2));
                    }
                });
        return new Truth(journeys);
    }

    int size() {
        return journeys.values().stream()
                .mapToInt(journey -> journey.facts.size())
                .sum();
    }
}
