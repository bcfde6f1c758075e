package id.semai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
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
public record Visits(String outcome, Map<String, Visit> visits, Map<String, Instant> times) {

    /** @param end {@code open}, {@code cancelled} or the outcome */
    public record Visit(String end, boolean overdue) {}

    public static Visits of(Journey journey) {
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

    /** Those of whose journeys the engine's history tells. */
    public static List<String> innovations(JdbcClient database, Function<String, BpmnModelInstance> models) {
        List<String> innovations = new ArrayList<>();
        database.sql("select id_, proc_def_id_, proc_def_key_ from act_hi_procinst")
                .query(row -> {
                    if ("innovation".equals(property(models, row.getString(2), row.getString(3), "journey"))) {
                        innovations.add(row.getString(1));
                    }
                });
        return innovations;
    }

    /** Each visit, how it ended, whether it was late, and when: with the engine's own times no further off than this. */
    public void assertSameAs(Visits engine, Duration apart) {
        assertThat(outcome).isEqualTo(engine.outcome);
        assertThat(visits).isEqualTo(engine.visits);
        assertThat(times.keySet()).isEqualTo(engine.times.keySet());
        times.forEach((what, at) -> assertThat(at).as(what).isCloseTo(engine.times.get(what), within(apart)));
    }

    /** @param models by the id of a version of a process */
    public static Visits inEngine(String innovation, JdbcClient database, Function<String, BpmnModelInstance> models) {
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
                        where root_proc_inst_id_ = :id and proc_inst_id_ = :id and act_type_ like '%EndEvent' order by end_time_, sequence_counter_
                        """)
                .param("id", innovation)
                .query((row, number) ->
                        Objects.toString(property(models, row.getString(1), row.getString(2), "outcome"), ""))
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
                            where root_proc_inst_id_ = :id and parent_act_inst_id_ = a.id_ and act_type_ like '%EndEvent'
                            order by end_time_ desc limit 1) e on true
                        where a.root_proc_inst_id_ = :id and a.act_type_ in ('subProcess', 'callActivity')
                        order by a.start_time_
                        """)
                .param("id", innovation)
                .query(row -> {
                    String stage = property(models, row.getString(1), row.getString(2), "stage");
                    if (stage == null) {
                        return;
                    }
                    String visit = stage + " " + row.getInt(6);
                    times.put(visit + " entered", row.getTimestamp(3).toInstant());
                    String end = "open";
                    if (row.getTimestamp(4) != null) {
                        times.put(visit + " left", row.getTimestamp(4).toInstant());
                        String told = property(models, row.getString(7), row.getString(8), "outcome");
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
                    if ("overdue".equals(property(models, row.getString(1), row.getString(2), "signal"))) {
                        BoundaryEvent event = (BoundaryEvent) element(models, row.getString(1), row.getString(2));
                        String stage = property(
                                models, row.getString(1), event.getAttachedTo().getId(), "stage");
                        Instant at = row.getTimestamp(3).toInstant();
                        visits.keySet().stream()
                                .filter(visit -> visit.startsWith(stage + " ")
                                        && !times.get(visit + " entered").isAfter(at))
                                .max(Comparator.comparing(visit -> times.get(visit + " entered")))
                                .ifPresent(visit ->
                                        visits.computeIfPresent(visit, (same, before) -> new Visit(before.end, true)));
                    }
                });
        return new Visits(outcome, visits, times);
    }

    private static String property(
            Function<String, BpmnModelInstance> models, String definition, String id, String name) {
        BaseElement element = id == null ? null : element(models, definition, id);
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

    private static BaseElement element(Function<String, BpmnModelInstance> models, String definition, String id) {
        return models.apply(definition).getModelElementById(id);
    }
}
