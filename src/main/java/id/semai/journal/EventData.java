package id.semai.journal;

import id.semai.stage.Innovation;
import id.semai.stage.JourneyMigration;
import id.semai.stage.Labels;
import id.semai.stage.StageTransition;
import id.semai.stage.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The flat facts of an event, in the order people read them. What is not known is left out, never null. */
final class EventData {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    private EventData() {}

    static EventData of(Unit unit) {
        return new EventData()
                .with("government", unit.government().areaCode())
                .with("governmentName", unit.government().name())
                .with("unit", unit.code())
                .with("unitName", unit.name())
                .with("unitKind", unit.kind().code())
                .with("unitKindLabel", unit.kind().label())
                .with("unitDistrict", unit.district());
    }

    /** @param visit null for what concerns the whole journey */
    static EventData of(StageTransition transition, Turn turn, StageVisit visit) {
        EventData data =
                of(transition.innovation()).withAll(of(turn.unit()).facts).with("sequence", turn.sequence());
        if (visit != null) {
            data.withStage(visit, turn.unit().government().zone())
                    .with("durationSeconds", visit.durationSeconds())
                    .with("previousStage", visit.previousStage());
        }
        return data.withOutcome(transition)
                .with("processKey", transition.processKey())
                .with("processVersion", transition.processVersion())
                .withResults(transition.results());
    }

    static EventData of(JourneyMigration migration, Innovation innovation, Turn turn) {
        return of(innovation)
                .withAll(of(turn.unit()).facts)
                .with("sequence", turn.sequence())
                .with("processKey", migration.processKey())
                .with("fromVersion", migration.fromVersion())
                .with("processVersion", migration.toVersion());
    }

    static EventData of(ModelRelease release, int sequence) {
        return new EventData()
                .with("sequence", sequence)
                .with("processKey", release.processKey())
                .with("processName", release.name())
                .with("processVersion", release.version())
                .with("previousVersion", release.previousVersion())
                .with("origin", release.origin())
                .with("originLabel", Labels.ofOrigin(release.origin()))
                .with("role", release.role())
                .with("checksum", release.checksum())
                .with("diagram", release.diagram());
    }

    /** The innovation as it is after the transition. */
    static EventData ofState(StageTransition transition, Turn turn, Journey journey) {
        return transition.ending() == null
                ? ofState(transition.innovation(), turn, journey)
                : ofEnd(transition, turn, journey);
    }

    /** A running innovation as it is after the event of this turn. */
    static EventData ofState(Innovation innovation, Turn turn, Journey journey) {
        ZoneId zone = turn.unit().government().zone();
        EventData data = ofState(innovation, turn, journey, "running", "Berjalan");
        journey.current().ifPresent(visit -> data.withStage(visit, zone)
                .with("overdue", visit.overdue())
                .with("openStages", String.join(" ", journey.places())));
        return data.withResults(journey.results());
    }

    private static EventData ofEnd(StageTransition end, Turn turn, Journey journey) {
        return ofState(end.innovation(), turn, journey, "finished", "Selesai")
                .with("finishedAt", local(turn.at(), turn.unit().government().zone()))
                .withOutcome(end)
                .withResults(journey.results());
    }

    EventData with(String name, Object value) {
        if (value != null && facts.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("An event's data has \"" + name + "\" already");
        }
        return this;
    }

    Map<String, Object> toMap() {
        return facts;
    }

    private static EventData of(Innovation innovation) {
        return new EventData()
                .with("innovationId", innovation.id())
                .with("title", innovation.title())
                .with("titleProvisional", innovation.titleProvisional())
                .with("kind", innovation.kind())
                .with("kindLabel", Labels.ofInnovationKind(innovation.kind()))
                .with("workshopId", innovation.workshopId())
                .with("cycleYear", innovation.cycleYear());
    }

    private static EventData ofState(
            Innovation innovation, Turn turn, Journey journey, String status, String statusLabel) {
        ZoneId zone = turn.unit().government().zone();
        return of(innovation)
                .withAll(of(turn.unit()).facts)
                .with("sequence", turn.sequence())
                .with("status", status)
                .with("statusLabel", statusLabel)
                .with("startedAt", local(journey.startedAt(), zone))
                .with("changedAt", local(turn.at(), zone));
    }

    private EventData withAll(Map<String, Object> more) {
        more.forEach(this::with);
        return this;
    }

    private EventData withStage(StageVisit visit, ZoneId zone) {
        return with("stage", visit.stage())
                .with("stageName", visit.name())
                .with("visit", visit.number())
                .with("enteredAt", local(visit.enteredAt(), zone))
                .with("dueAt", local(visit.dueAt(), zone));
    }

    private EventData withOutcome(StageTransition transition) {
        return with("outcome", transition.outcome())
                .with("outcomeLabel", Labels.ofOutcome(transition.outcome(), transition.type()))
                .with("reasonCode", transition.reasonCode())
                .with("reasonLabel", Labels.ofReason(transition.reasonCode()));
    }

    private EventData withResults(Map<String, Object> results) {
        return withAll(results)
                .with("instrumentLabel", Labels.ofInstrument(text(results.get("instrument"))))
                .with("demandSourcesLabel", Labels.ofDemandSources(text(results.get("demandSources"))));
    }

    private static String text(Object result) {
        return result instanceof String text ? text : null;
    }

    private static String local(Instant time, ZoneId zone) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
    }
}
