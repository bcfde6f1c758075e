package id.semai.dashboard;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A journey as the sequence of its visits in stages, from the board or from the engine's own history; of Semai's tables
 * none is asked.
 *
 * @param outcome null while it goes on
 * @param visits by stage and number
 */
record Visits(String outcome, Map<String, Visit> visits, Map<String, Instant> times) {

    /** @param end {@code open}, {@code cancelled} or the outcome */
    record Visit(String end, boolean overdue) {}

    static Visits of(Journey journey) {
        Visits told = new Visits(
                journey.last().what() == Happening.FINISHED ? journey.last().outcome() : null,
                new TreeMap<>(),
                new TreeMap<>());
        for (Step step : journey.steps()) {
            told.take(step, step.stage() + " " + step.visit());
        }
        return told;
    }

    private void take(Step step, String visit) {
        switch (step.what()) {
            case STARTED -> times.put("started", step.time());
            case ENTERED -> {
                visits.put(visit, new Visit("open", false));
                times.put(visit + " entered", step.time());
            }
            case OVERDUE -> visits.computeIfPresent(visit, (same, before) -> new Visit(before.end, true));
            case COMPLETED, CANCELLED -> {
                String end = step.what() == Happening.CANCELLED ? "cancelled" : step.outcome();
                visits.computeIfPresent(visit, (same, before) -> new Visit(end, before.overdue));
                times.put(visit + " left", step.time());
            }
            case FINISHED -> times.put("finished", step.time());
            default -> {}
        }
    }

    static Visits inEngine(String innovation, JdbcClient database, RepositoryService repository) {
        Map<String, Visit> visits = new TreeMap<>();
        Map<String, Instant> times = new TreeMap<>();
        boolean deleted = database.sql("select start_time_, end_time_, state_ from act_hi_procinst where id_ = :id")
                .param("id", innovation)
                .query((row, number) -> {
                    times.put("started", row.getTimestamp(1).toInstant());
                    if (row.getTimestamp(2) != null) {
                        times.put("finished", row.getTimestamp(2).toInstant());
                    }
                    return row.getString(3).endsWith("TERMINATED");
                })
                .single();
        String reached = database
                .sql(
                        """
                        select proc_def_id_, act_id_ from act_hi_actinst
                        where proc_inst_id_ = :id and act_type_ like '%EndEvent' order by end_time_, sequence_counter_
                        """)
                .param("id", innovation)
                .query((row, number) ->
                        Objects.toString(property(repository, row.getString(1), row.getString(2), "outcome"), ""))
                .list()
                .stream()
                .filter(outcome -> !outcome.isEmpty())
                .reduce((before, last) -> last)
                .orElse(null);
        String outcome = !times.containsKey("finished") ? null : deleted ? "cancelled" : reached;
        database.sql(
                        """
                        select a.proc_def_id_, a.act_id_, a.start_time_, a.end_time_, a.act_inst_state_ = 2,
                               row_number() over (partition by a.act_id_ order by a.start_time_),
                               coalesce(c.proc_def_id_, e.proc_def_id_), coalesce(c.end_act_id_, e.act_id_)
                        from act_hi_actinst a
                        left join act_hi_procinst c on c.id_ = a.call_proc_inst_id_
                        left join lateral (
                            select proc_def_id_, act_id_ from act_hi_actinst
                            where parent_act_inst_id_ = a.id_ and act_type_ like '%EndEvent'
                            order by end_time_ desc limit 1) e on true
                        where a.root_proc_inst_id_ = :id and a.act_type_ in ('subProcess', 'callActivity')
                        order by a.start_time_
                        """)
                .param("id", innovation)
                .query(row -> {
                    String stage = property(repository, row.getString(1), row.getString(2), "stage");
                    if (stage == null) {
                        return;
                    }
                    String visit = stage + " " + row.getInt(6);
                    times.put(visit + " entered", row.getTimestamp(3).toInstant());
                    String end = "open";
                    if (row.getTimestamp(4) != null) {
                        times.put(visit + " left", row.getTimestamp(4).toInstant());
                        String told = property(repository, row.getString(7), row.getString(8), "outcome");
                        end = row.getBoolean(5) ? "cancelled" : told == null ? "completed" : told;
                    }
                    visits.put(visit, new Visit(end, false));
                });
        database.sql(
                        """
                        select b.proc_def_id_, b.act_id_, b.start_time_ from act_hi_actinst b
                        where b.root_proc_inst_id_ = :id and b.act_type_ = 'boundaryTimer' and b.act_inst_state_ <> 2
                        """)
                .param("id", innovation)
                .query(row -> {
                    if ("overdue".equals(property(repository, row.getString(1), row.getString(2), "signal"))) {
                        BoundaryEvent event = (BoundaryEvent) element(repository, row.getString(1), row.getString(2));
                        String stage = property(
                                repository,
                                row.getString(1),
                                event.getAttachedTo().getId(),
                                "stage");
                        Instant at = row.getTimestamp(3).toInstant();
                        visits.keySet().stream()
                                .filter(visit -> visit.startsWith(stage + " ")
                                        && !times.get(visit + " entered").isAfter(at))
                                .max(String::compareTo)
                                .ifPresent(visit ->
                                        visits.computeIfPresent(visit, (same, before) -> new Visit(before.end, true)));
                    }
                });
        return new Visits(outcome, visits, times);
    }

    private static String property(RepositoryService repository, String definition, String id, String name) {
        BaseElement element = id == null ? null : element(repository, definition, id);
        if (element == null || element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private static BaseElement element(RepositoryService repository, String definition, String id) {
        return repository.getBpmnModelInstance(definition).getModelElementById(id);
    }
}
