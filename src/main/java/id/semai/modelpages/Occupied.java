package id.semai.modelpages;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the running instances of one version of a process stand. */
@Repository
class Occupied {

    private final JdbcClient database;

    Occupied(JdbcClient database) {
        this.database = database;
    }

    /** The busiest place first; an instance that is at several places counts at each, and once where it repeats. */
    List<Place> of(String definition) {
        return database.sql(
                        """
                        select split_part(e.act_id_, '#', 1) as element, count(distinct e.proc_inst_id_) as running
                        from act_ru_execution e
                        where e.proc_def_id_ = :definition and e.act_id_ is not null
                            and not exists (select from act_ru_execution inside where inside.parent_id_ = e.id_)
                        group by element order by running desc, element
                        """)
                .param("definition", definition)
                .query(Place.class)
                .list();
    }

    /** @param running how many instances are at this element */
    record Place(String element, int running) {}
}
