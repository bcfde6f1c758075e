package id.semai.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.chaos.TopicReader.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The topics held against the truth.
 *
 * @param events on the topic of transitions
 * @param lost happened, but is not told
 * @param phantom told, but did not happen
 * @param duplicated an id, or a number of an innovation, told again
 * @param reordered a number that does not follow the one before it, an innovation in two partitions, a leaving told
 *     before its entering
 * @param stale a last state that is not the true one, or a state followed by an older one
 * @param examples the first few of them, in words
 */
record Verdict(int events, int lost, int phantom, int duplicated, int reordered, int stale, List<String> examples) {

    private static final int EXAMPLES = 12;

    static Verdict of(Truth truth, String kafka, String transitions, String states) {
        Judge judge = new Judge(truth);
        TopicReader.read(kafka, transitions, judge::hear);
        judge.missOrInvented();
        TopicReader.read(kafka, states, judge::hearState);
        judge.lastStates();
        return judge.verdict();
    }

    boolean isClean() {
        return lost + phantom + duplicated + reordered + stale == 0;
    }

    String figures() {
        return "lost=%d phantom=%d duplicated=%d reordered=%d stale=%d"
                .formatted(lost, phantom, duplicated, reordered, stale);
    }

    /** Only what is wrong. */
    String wrong() {
        List<String> wrong = new ArrayList<>(Arrays.asList(figures().split(" ")));
        wrong.removeIf(figure -> figure.endsWith("=0"));
        return String.join(" ", wrong);
    }

    private static final class Judge {

        private final Truth truth;
        private final Map<String, List<String>> told = new HashMap<>();
        private final Map<String, Integer> lastSequence = new HashMap<>();
        private final Map<String, Integer> partition = new HashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final Set<String> numbers = new HashSet<>();
        private final Map<String, JsonNode> lastState = new HashMap<>();
        private final List<String> examples = new ArrayList<>();
        private int events;
        private int lost;
        private int phantom;
        private int duplicated;
        private int reordered;
        private int stale;

        Judge(Truth truth) {
            this.truth = truth;
        }

        void hear(Told event) {
            events++;
            boolean again = !ids.add(event.id()) | !numbers.add(event.key() + " " + event.sequence());
            if (again) {
                duplicated++;
                example("duplicated", event.key(), event.sequence() + " " + event.fact());
                return;
            }
            int last = lastSequence.getOrDefault(event.key(), 0);
            List<String> before = told.computeIfAbsent(event.key(), key -> new ArrayList<>());
            boolean inPlace = partition.merge(event.key(), event.partition(), (one, two) -> one) == event.partition();
            if (event.sequence() != last + 1 || !inPlace || leavesWhatWasNotEntered(event.fact(), before)) {
                reordered++;
                example("reordered", event.key(), event.sequence() + " after " + last + ": " + event.fact());
            }
            lastSequence.put(event.key(), Math.max(last, event.sequence()));
            before.add(event.fact());
        }

        void missOrInvented() {
            Map<String, List<String>> facts = truth.facts();
            facts.forEach((key, happened) -> {
                List<String> missing = new ArrayList<>(happened);
                told.getOrDefault(key, List.of()).forEach(missing::remove);
                lost += missing.size();
                missing.forEach(fact -> example("lost", key, fact));
            });
            told.forEach((key, heard) -> {
                List<String> invented = new ArrayList<>(heard);
                facts.getOrDefault(key, List.of()).forEach(invented::remove);
                phantom += invented.size();
                invented.forEach(fact -> example("phantom", key, fact));
            });
        }

        void hearState(Told state) {
            JsonNode last = state.value() == null ? null : lastState.put(state.key(), state.value());
            if (state.value() == null || (last != null && sequence(last) > state.sequence())) {
                stale++;
                example(
                        "stale",
                        state.key(),
                        state.value() == null ? "tombstone" : state.sequence() + " after a later");
            }
        }

        void lastStates() {
            truth.journeys().forEach((key, journey) -> {
                JsonNode state = lastState.remove(key);
                if (state == null || !isTrue(state.get("data"), journey)) {
                    stale++;
                    example("stale", key, "%s, truly %s".formatted(state, journey));
                }
            });
            stale += lastState.size();
            lastState.keySet().forEach(key -> example("stale", key, "unknown to the engine"));
        }

        Verdict verdict() {
            return new Verdict(events, lost, phantom, duplicated, reordered, stale, examples);
        }

        private static boolean isTrue(JsonNode data, Truth.Journey journey) {
            Set<String> open = new TreeSet<>(
                    Arrays.asList(data.path("openStages").asText("").split(" ")));
            open.remove("");
            return data.get("sequence").asInt() == journey.facts().size()
                    && data.get("status").asText().equals(journey.finished() ? "finished" : "running")
                    && open.equals(journey.open());
        }

        private static boolean leavesWhatWasNotEntered(String fact, List<String> before) {
            return (fact.startsWith("completed ") || fact.startsWith("cancelled "))
                    && !before.contains("entered" + fact.substring(fact.indexOf(' ')));
        }

        private static int sequence(JsonNode event) {
            return Integer.parseInt(event.get("sequence").asText());
        }

        private void example(String kind, String key, String what) {
            if (examples.size() < EXAMPLES) {
                examples.add(kind + " " + key + ": " + what);
            }
        }
    }
}
