package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** As many innovations and units as the country has, the same each time. */
class Country {

    private static final int GOVERNMENTS = 531;
    private static final int UNITS = 86;
    private static final long DAY = 86_400_000;
    private static final String[] STAGES = {
        "commitment",
        "action-plan",
        "action-plan.draft",
        "action-plan.review",
        "lab",
        "lab.diagnose",
        "lab.design",
        "lab.deliver",
        "lab.display",
        "rollout",
        "rollout.trial",
        "rollout.adoption",
        "rollout.results"
    };

    private final Random random = new Random(2016);
    private final Instant now;

    Country(Instant now) {
        this.now = now;
    }

    PlainBoard of(int innovations) {
        PlainBoard board = new PlainBoard()
                .fill(IntStream.range(0, innovations).mapToObj(this::journey).toList());
        for (int i = 0; i < GOVERNMENTS * UNITS; i++) {
            board.unit("u" + i, "g" + i / UNITS, "d" + i % 20, true);
        }
        return board;
    }

    private Journey journey(int i) {
        List<Step> told = new ArrayList<>();
        long at = now.toEpochMilli() - random.nextInt(400) * DAY;
        add(told, Happening.STARTED, at, null, 0, null);
        int last = random.nextInt(3) == 0 ? random.nextInt(STAGES.length) : STAGES.length;
        for (int s = 0; s < last; s++) {
            for (int visit = 1; visit <= 1 + random.nextInt(5) / 4; visit++) {
                add(told, Happening.ENTERED, at, STAGES[s], visit, null);
                at += random.nextInt((int) (20 * DAY));
                add(told, Happening.COMPLETED, at, STAGES[s], visit, "accepted");
            }
        }
        if (last == STAGES.length) {
            add(told, Happening.FINISHED, at, null, 0, random.nextInt(4) == 0 ? "stopped" : "adopted");
        } else {
            add(told, Happening.ENTERED, at, STAGES[last], 3, null);
        }
        Map<String, Object> results =
                Map.of("quantityBaseline", 1, "quantityTarget", 2, "quantityAfter", 3, "demandSources", "lapor survey");
        int unit = random.nextInt(GOVERNMENTS * UNITS);
        return new Journey(
                "i" + i,
                "Judul " + i,
                false,
                "g" + unit / UNITS,
                "u" + unit,
                null,
                2025 + i % 2,
                "new",
                told,
                results,
                true);
    }

    private static void add(List<Step> told, Happening what, long at, String stage, int visit, String outcome) {
        long due = what == Happening.ENTERED ? at + 10 * DAY : 0;
        told.add(new Step(told.size() + 1, what, what.name(), at, stage, visit, due, outcome, null, "p", 1));
    }
}
