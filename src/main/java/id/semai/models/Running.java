package id.semai.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is under way, by the versions of the processes. */
@Repository
class Running {

    private final JdbcClient database;

    Running(JdbcClient database) {
        this.database = database;
    }

    /** By definition. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        database.sql(
                        "select proc_def_id_, count(*) from act_ru_execution where id_ = proc_inst_id_ group by proc_def_id_")
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** Business keys, which are the innovations' ids, of what is under way in any version of a process. */
    List<String> innovations(String process, int most) {
        return database.sql(
                        """
                        select distinct coalesce(root.business_key_, root.id_) as innovation
                        from act_ru_execution it
                        join act_re_procdef definition on definition.id_ = it.proc_def_id_ and definition.key_ = :process
                        join act_ru_execution root on root.id_ = it.root_proc_inst_id_
                        where it.id_ = it.proc_inst_id_
                        order by innovation limit :most
                        """)
                .param("process", process)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
