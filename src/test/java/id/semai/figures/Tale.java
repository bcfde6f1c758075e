package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A journey as a test tells it; days are ISO dates and mean noon in UTC. */
class Tale {

    private final String id;
    private final String unit;
    private String government = "52.04";
    private String title;
    private boolean provisional;
    private int year = 2026;
    private String kind;
    private boolean whole = true;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Object> results = new HashMap<>();

    private Tale(String id, String unit) {
        this.id = id;
        this.unit = unit;
        this.title = "Judul " + id;
    }

    static Tale of(String id, String unit, String startedOn) {
        return of(id, unit).add(Happening.STARTED, startedOn, null, 0, null, null, null);
    }

    static Tale of(String id, String unit) {
        return new Tale(id, unit);
    }

    static long noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    Tale enters(String stage, String day) {
        return enters(stage, 1, day, null);
    }

    Tale enters(String stage, int visit, String day, String due) {
        return add(Happening.ENTERED, day, stage, visit, due, null, null);
    }

    Tale completes(String stage, String day, String outcome) {
        return completes(stage, 1, day, outcome);
    }

    Tale completes(String stage, int visit, String day, String outcome) {
        return add(Happening.COMPLETED, day, stage, visit, null, outcome, null);
    }

    Tale cancels(String stage, String day, String reason) {
        return add(Happening.CANCELLED, day, stage, 1, null, null, reason);
    }

    Tale late(String stage, String day) {
        return add(Happening.OVERDUE, day, stage, 1, null, null, null);
    }

    Tale finishes(String day, String outcome, String reason) {
        return add(Happening.FINISHED, day, null, 0, null, outcome, reason);
    }

    Tale add(Happening what, String day, String stage, int visit, String due, String outcome, String reason) {
        long dueAt = due == null ? 0 : noon(due);
        steps.add(
                new Step(steps.size() + 1, what, what.name(), noon(day), stage, visit, dueAt, outcome, reason, "p", 1));
        return this;
    }

    Tale result(String name, Object value) {
        results.put(name, value);
        return this;
    }

    Tale year(int year) {
        this.year = year;
        return this;
    }

    Tale kind(String kind) {
        this.kind = kind;
        return this;
    }

    Tale government(String code) {
        this.government = code;
        return this;
    }

    Tale unnamed() {
        this.provisional = true;
        return this;
    }

    Tale incomplete() {
        this.whole = false;
        return this;
    }

    Journey journey() {
        return new Journey(
                id,
                title,
                provisional,
                government,
                unit,
                null,
                year,
                kind,
                List.copyOf(steps),
                Map.copyOf(results),
                whole);
    }
}
