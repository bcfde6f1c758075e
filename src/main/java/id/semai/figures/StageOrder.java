package id.semai.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stages in the order of the journey: those of one parent by the mean place at which innovations first came into
 * them, then by code. Means are compared as fractions of whole numbers, so that no rounding decides.
 */
final class StageOrder {

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, List<String>> inside = new HashMap<>();
    private final List<String> stages = new ArrayList<>();

    StageOrder(List<Course> courses) {
        Map<List<String>, Integer> paths = new HashMap<>();
        courses.forEach(course -> paths.merge(course.path(), 1, Integer::sum));
        paths.forEach(this::count);
        places.keySet().forEach(stage -> inside.computeIfAbsent(parent(stage), any -> new ArrayList<>())
                .add(stage));
        walk("");
    }

    /** All that any innovation has been in, each before those inside it. */
    List<String> stages() {
        return stages;
    }

    List<String> mainStages() {
        return stages.stream().filter(StageOrder::isMain).toList();
    }

    static boolean isMain(String stage) {
        return parent(stage).isEmpty();
    }

    static String main(String stage) {
        int dot = stage.indexOf('.', 1);
        return dot < 0 ? stage : stage.substring(0, dot);
    }

    private static String parent(String stage) {
        return stage.substring(0, Math.max(0, stage.lastIndexOf('.')));
    }

    private void count(List<String> path, int times) {
        Map<String, Integer> next = new HashMap<>();
        for (String stage : path) {
            int place = next.merge(parent(stage), 1, Integer::sum);
            places.computeIfAbsent(stage, any -> new Place()).add(place, times);
        }
    }

    private void walk(String parent) {
        List<String> siblings = inside.getOrDefault(parent, new ArrayList<>());
        siblings.sort(Comparator.comparing((String stage) -> places.get(stage)).thenComparing(stage -> stage));
        for (String stage : siblings) {
            stages.add(stage);
            walk(stage);
        }
    }

    private static final class Place implements Comparable<Place> {

        private long sum;
        private long times;

        void add(int place, int count) {
            sum += (long) place * count;
            times += count;
        }

        @Override
        public int compareTo(Place other) {
            return Long.compare(sum * other.times, other.sum * times);
        }
    }
}
