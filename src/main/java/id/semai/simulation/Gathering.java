package id.semai.simulation;

import id.semai.stage.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workshop of one government, with the innovations that it is to begin. */
final class Gathering {

    private static final List<String> FACILITATORS = List.of("lan", "lan", "lan", "university", "none");
    private static final int DAYS_TO_SIGN = 14;
    private static final int DAYS_MORE = 14;

    private final Region region;
    private final int year;
    private final LocalDate day;
    private final Chance chance;
    private final String facilitator;
    private final boolean extended;
    private final Map<String, Venture> ventures = new LinkedHashMap<>();

    /** @param day on which it is held */
    Gathering(long seed, Region region, int year, LocalDate day, boolean only) {
        this.region = region;
        this.year = year;
        this.day = day;
        this.chance = Chance.of(seed, region.code(), "workshop", year);
        this.facilitator = only ? "lan" : chance.oneOf(FACILITATORS);
        this.extended = chance.happens(Habits.SIGNING_EXTENDED);
    }

    void begins(Venture venture) {
        ventures.put(venture.unit().code(), venture);
    }

    Region region() {
        return region;
    }

    Venture of(String unit) {
        return ventures.get(unit);
    }

    int year() {
        return year;
    }

    LocalDate day() {
        return day;
    }

    String facilitator() {
        return facilitator;
    }

    boolean isFacilitated() {
        return !facilitator.equals("none");
    }

    /** Whether leadership gives those who are silent more time. */
    boolean isExtended() {
        return extended;
    }

    LocalDate signingDueAt() {
        return day.plusDays(DAYS_TO_SIGN);
    }

    LocalDate extendedTo() {
        return signingDueAt().plusDays(DAYS_MORE);
    }

    Instant endOfSigning() {
        return region.workingTime().at(signingDueAt(), 23, 59);
    }

    Chance chance() {
        return chance;
    }

    List<String> invited() {
        return List.copyOf(ventures.keySet());
    }

    List<String> attended() {
        return ventures.values().stream()
                .filter(venture -> venture.answer() == Venture.Answer.SIGNS_ON_PAPER
                        || venture.chance("attends").happens(Habits.ATTENDED))
                .map(Venture::unit)
                .map(Unit::code)
                .toList();
    }

    List<String> signingOnPaper() {
        return ventures.values().stream()
                .filter(venture -> venture.answer() == Venture.Answer.SIGNS_ON_PAPER)
                .map(Venture::unit)
                .map(Unit::code)
                .toList();
    }

    List<String> kinds() {
        return region.units().stream()
                .map(unit -> unit.kind().code())
                .distinct()
                .toList();
    }
}
