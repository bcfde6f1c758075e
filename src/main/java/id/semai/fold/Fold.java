package id.semai.fold;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.Step;
import id.semai.dashboard.UnitFacts;
import id.semai.events.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an event makes of what was there before. */
final class Fold {

    /** Of an innovation whose first event is of a type that tells neither. */
    private static final String UNKNOWN = "?";

    private Fold() {}

    /**
     * @param before null if this is the first event of it
     * @param whole whether no event before this one is missing
     */
    static Journey after(Journey before, Told told, boolean whole) {
        boolean fresh = told.what() != Happening.OTHER;
        return new Journey(
                before == null ? told.subject() : before.id(),
                either(told.text("title"), before == null ? told.subject() : before.title()),
                fresh || before == null ? told.flag("titleProvisional") : before.titleProvisional(),
                either(told.text("government"), before == null ? UNKNOWN : before.government()),
                either(told.text("unit"), before == null ? UNKNOWN : before.unit()),
                fresh || before == null ? told.text("workshopId") : before.workshopId(),
                told.number("cycleYear") > 0 || before == null ? told.number("cycleYear") : before.cycleYear(),
                fresh || before == null ? told.text("kind") : before.kind(),
                steps(before).with(step(told)),
                results(before, told),
                whole && (before == null || before.whole()));
    }

    static ModelFacts model(Told told) {
        String process = told.text("processKey");
        return new ModelFacts(
                process,
                either(told.text("processName"), process),
                told.number("processVersion"),
                told.at(),
                told.text("diagram"),
                told.sequence());
    }

    static UnitFacts unit(Told told) {
        return new UnitFacts(
                told.subject(),
                told.text("unitName"),
                told.text("unitKind"),
                told.text("unitKindLabel"),
                told.text("unitDistrict"),
                told.text("government"),
                told.text("governmentName"),
                told.flag("active"),
                told.sequence());
    }

    private static Steps steps(Journey before) {
        if (before == null) {
            return Steps.of(List.of());
        }
        return before.steps() instanceof Steps steps ? steps : Steps.of(before.steps());
    }

    private static Step step(Told told) {
        boolean known = told.what() != Happening.OTHER;
        return new Step(
                told.sequence(),
                told.what(),
                told.type(),
                told.at(),
                told.text("stage"),
                told.text("stage") == null ? 0 : told.number("visit"),
                known ? told.time("dueAt") : 0,
                told.text("outcome"),
                told.text("reasonCode"),
                told.text("processKey"),
                told.number("processVersion"));
    }

    private static Map<String, Object> results(Journey before, Told told) {
        Map<String, Object> results = before == null ? Map.of() : before.results();
        if (told.what() == Happening.OTHER || told.results().isEmpty()) {
            return results;
        }
        Map<String, Object> more = new HashMap<>(results);
        more.putAll(told.results());
        return more.equals(results) ? results : Map.copyOf(more);
    }

    private static String either(String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
