package id.semai.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What really happened, by the engine's own history; Semai's tables are not asked.
 *
 * @param releases what must have been told of each model, by its key
 */
record Truth(Map<String, Journey> journeys, Map<String, List<String>> releases) {

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
                        select i.id_, i.end_time_ is not null, i.end_act_id_, i.state_, d.version_
                        from act_hi_procinst i join act_re_procdef d on d.id_ = i.proc_def_id_
                        where i.super_process_instance_id_ is null
                        """)
                .query(row -> {
                    boolean finished = row.getBoolean(2);
                    Journey journey = new Journey(new ArrayList<>(), new TreeSet<>(), finished);
                    journey.facts.add("started");
                    if (row.getInt(5) == 2) {
                        journey.facts.add("migrated 1 2");
                    }
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
        List<String> releases = database.sql(
                        "select 'released ' || version_ from act_re_procdef where key_ = 'chaos-model' order by version_")
                .query(String.class)
                .list();
        return new Truth(journeys, Map.of("model:chaos-model", releases));
    }

    /** All that must have been told, by the key it must have been told under. */
    Map<String, List<String>> facts() {
        Map<String, List<String>> facts = new HashMap<>(releases);
        journeys.forEach((key, journey) -> facts.put(key, journey.facts()));
        return facts;
    }

    /** How often it happened: {@code migrated}, {@code released}. */
    long count(String what) {
        return facts().values().stream()
                .flatMap(List::stream)
                .filter(fact -> fact.startsWith(what + " "))
                .count();
    }

    int size() {
        return journeys.values().stream()
                .mapToInt(journey -> journey.facts.size())
                .sum();
    }
}
