package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Journeys that wander: into stages inside each other and side by side, back again, late, stopped, with holes. */
class RandomBoard {

    static final List<String> STAGES = List.of(
            "commitment",
            "action-plan",
            "action-plan.draft",
            "lab",
            "lab.design",
            "lab.deliver",
            "lab.deliver.trial",
            "rollout",
            "rollout.trial",
            "fair.stand");
    static final List<String> GOVERNMENTS = List.of("52.04", "33.03", "13.06");
    static final List<String> DISTRICTS = List.of("Alas", "Utan");
    static final List<String> KINDS = List.of("new", "quality");
    static final int UNITS = 12;
    static final long DAY = 86_400_000;

    private static final List<String> OUTCOMES =
            List.of("adopted", "adopted", "stopped", "declined", "withdrawn", "cancelled", "moon");
    private static final List<String> SOURCES = List.of("lapor", "survey", "direct");

    private final Random random;
    private final long now;

    RandomBoard(long seed, long now) {
        this.random = new Random(seed);
        this.now = now;
    }

    PlainBoard of(int innovations) {
        PlainBoard board = new PlainBoard();
        for (int i = 0; i < UNITS - 1; i++) {
            board.unit("u" + i, GOVERNMENTS.get(i % 3), i % 4 == 0 ? null : DISTRICTS.get(i % 2), i % 5 != 0);
        }
        for (int i = 0; i < innovations; i++) {
            board.with(journey("i" + i));
        }
        return board;
    }

    Journey journey(String id) {
        int unit = random.nextInt(UNITS);
        List<Step> steps = steps();
        boolean whole = random.nextInt(5) > 0;
        return new Journey(
                id,
                "Judul " + id,
                random.nextInt(4) == 0,
                GOVERNMENTS.get(unit % 3),
                "u" + unit,
                null,
                2024 + random.nextInt(3),
                random.nextInt(3) == 0 ? null : KINDS.get(random.nextInt(2)),
                whole ? steps : holed(steps),
                results(),
                whole);
    }

    private List<Step> holed(List<Step> steps) {
        List<Step> some = new ArrayList<>(steps);
        some.removeIf(step -> random.nextInt(3) == 0);
        return some.isEmpty() ? steps : some;
    }

    private Map<String, Object> results() {
        Map<String, Object> results = new HashMap<>();
        for (String name : List.of("Baseline", "Target", "After")) {
            if (random.nextInt(4) > 0) {
                results.put("quantity" + name, random.nextInt(4));
                results.put("quality" + name, random.nextInt(4) / 2.0);
            }
        }
        if (random.nextBoolean()) {
            results.put("demandSources", String.join(" ", SOURCES.subList(random.nextInt(2), 2 + random.nextInt(2))));
        }
        return random.nextInt(3) == 0 ? Map.of() : results;
    }

    private List<Step> steps() {
        Walk walk = new Walk(now - random.nextInt(500) * DAY - random.nextInt(1000));
        walk.add(Happening.STARTED, null, 0, 0, null, null);
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            walk.on();
        }
        if (random.nextInt(3) == 0) {
            walk.finish();
        }
        return walk.steps;
    }

    private class Walk {

        final List<Step> steps = new ArrayList<>();
        final List<String[]> open = new ArrayList<>();
        final Map<String, Integer> visits = new HashMap<>();
        long at;

        Walk(long at) {
            this.at = at;
        }

        void on() {
            at += random.nextInt(3) == 0 ? 0 : random.nextInt(15) * DAY + random.nextInt(3) * 1234;
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> enter();
                case 3, 4, 5 -> leave();
                case 6 -> late();
                default ->
                    add(random.nextBoolean() ? Happening.MIGRATED : Happening.OTHER, "lab", 1, 0, "adopted", null);
            }
        }

        void enter() {
            String stage = STAGES.get(random.nextInt(STAGES.size()));
            int visit = visits.merge(stage, 1, Integer::sum);
            open.add(new String[] {stage, "" + visit});
            add(Happening.ENTERED, stage, visit, due(), null, null);
        }

        long due() {
            return random.nextInt(3) == 0 ? 0 : at + (random.nextInt(40) - 5) * DAY;
        }

        void leave() {
            if (!open.isEmpty()) {
                String[] left = open.remove(random.nextInt(open.size()));
                boolean normally = random.nextInt(4) > 0;
                add(
                        normally ? Happening.COMPLETED : Happening.CANCELLED,
                        left[0],
                        Integer.parseInt(left[1]),
                        random.nextBoolean() ? 0 : at + DAY,
                        normally ? "accepted" : null,
                        normally ? null : "interrupted");
            }
        }

        void late() {
            if (!open.isEmpty()) {
                String[] late = open.get(random.nextInt(open.size()));
                add(Happening.OVERDUE, late[0], Integer.parseInt(late[1]), 0, null, null);
            }
        }

        void finish() {
            while (random.nextInt(4) > 0 && !open.isEmpty()) {
                leave();
            }
            String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            add(Happening.FINISHED, null, 0, 0, outcome, outcome.equals("stopped") ? "policy" : null);
            if (random.nextInt(6) == 0) {
                add(Happening.ENTERED, "lab", 99, 1, null, null);
            }
        }

        void add(Happening what, String stage, int visit, long due, String outcome, String reason) {
            int sequence = steps.size() + 1;
            steps.add(new Step(sequence, what, what.name(), at, stage, visit, due, outcome, reason, "p", 1));
        }
    }
}
