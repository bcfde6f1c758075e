package id.semai.figures;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import id.semai.dashboard.UnitFacts;
import id.semai.figures.Figures.Band;
import id.semai.figures.Figures.Ending;
import id.semai.figures.Figures.Funnel;
import id.semai.figures.Figures.GovernmentRow;
import id.semai.figures.Figures.Improvement;
import id.semai.figures.Figures.Source;
import id.semai.figures.Figures.StageFigures;
import id.semai.figures.Figures.Totals;
import id.semai.figures.Figures.Week;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The definitions of {@link Figures} once more, slowly, question by question and straight from the steps: what is open is
 * found by replaying a journey up to a moment, not by folding it into visits.
 */
class Naive {

    private static final long FOREVER = Long.MAX_VALUE;

    private final PlainBoard board;
    private final Filter filter;
    private final long now;
    private final ZoneId zone;
    private final List<Journey> chosen;

    Naive(PlainBoard board, Filter filter, long now, ZoneId zone) {
        this.board = board;
        this.filter = filter;
        this.now = now;
        this.zone = zone;
        this.chosen = board.journeys().stream().filter(this::isChosen).toList();
    }

    private record Key(String stage, int visit) {}

    private boolean isChosen(Journey journey) {
        UnitFacts unit = board.units().get(journey.unit());
        return (filter.government() == null || filter.government().equals(journey.government()))
                && (filter.unit() == null || filter.unit().equals(journey.unit()))
                && (filter.district() == null
                        || unit != null && filter.district().equals(unit.district()))
                && (filter.year() == null || filter.year() == journey.cycleYear())
                && (filter.kind() == null || filter.kind().equals(journey.kind()))
                && (filter.stage() == null
                        || openAt(journey, FOREVER).keySet().stream()
                                .anyMatch(key -> ancestors(key.stage).contains(filter.stage())));
    }

    /** The open visits at a moment with their deadlines, 0 for none. */
    private static Map<Key, Long> openAt(Journey journey, long moment) {
        Map<Key, Long> open = new LinkedHashMap<>();
        for (Step step : journey.steps()) {
            if (step.at() > moment) {
                continue;
            }
            Key key = new Key(step.stage(), step.visit());
            switch (step.what()) {
                case ENTERED -> open.put(key, step.dueAt());
                case OVERDUE -> open.merge(key, step.at(), (due, at) -> due == 0 ? at : due);
                case COMPLETED, CANCELLED -> open.remove(key);
                case FINISHED -> {
                    return Map.of();
                }
                default -> {}
            }
        }
        return open;
    }

    private static Step end(Journey journey) {
        return journey.steps().stream()
                .filter(step -> step.what() == Happening.FINISHED)
                .findFirst()
                .orElse(null);
    }

    private static boolean endedAs(Journey journey, String outcome) {
        return end(journey) != null && outcome.equals(end(journey).outcome());
    }

    /** What tells of visits, before the end. */
    private static List<Step> telling(Journey journey) {
        return journey.steps().stream()
                .takeWhile(step -> step.what() != Happening.FINISHED)
                .filter(step -> Set.of(Happening.ENTERED, Happening.OVERDUE, Happening.COMPLETED, Happening.CANCELLED)
                        .contains(step.what()))
                .toList();
    }

    private static Set<Key> visits(Journey journey) {
        return telling(journey).stream()
                .map(step -> new Key(step.stage(), step.visit()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Step step(Journey journey, Key key, Predicate<Step> which) {
        return telling(journey).stream()
                .filter(step -> key.equals(new Key(step.stage(), step.visit())))
                .filter(which)
                .findFirst()
                .orElse(null);
    }

    private static long since(Journey journey, Key key) {
        Step entry = step(journey, key, step -> step.what() == Happening.ENTERED);
        return Objects.requireNonNullElse(entry, step(journey, key, any -> true))
                .at();
    }

    private static long began(Journey journey) {
        return journey.steps().get(0).at();
    }

    private static boolean isLate(Journey journey, long moment, long judgedAt) {
        return openAt(journey, moment).values().stream().anyMatch(due -> due != 0 && due < judgedAt);
    }

    private static List<String> ancestors(String stage) {
        List<String> ancestors = new ArrayList<>();
        String code = "";
        for (String word : stage.split("\\.")) {
            code = code.isEmpty() ? word : code + "." + word;
            ancestors.add(code);
        }
        return ancestors;
    }

    private static List<String> path(Journey journey) {
        return telling(journey).stream()
                .flatMap(step -> ancestors(step.stage()).stream())
                .distinct()
                .toList();
    }

    private static String parent(String stage) {
        return stage.contains(".") ? stage.substring(0, stage.lastIndexOf('.')) : "";
    }

    /** As a fraction of a common denominator that all counts divide. */
    private double meanPlace(String stage) {
        double sum = 0;
        int times = 0;
        for (Journey journey : board.journeys()) {
            List<String> siblings = path(journey).stream()
                    .filter(code -> parent(code).equals(parent(stage)))
                    .toList();
            if (siblings.contains(stage)) {
                sum += siblings.indexOf(stage);
                times++;
            }
        }
        return sum / times;
    }

    List<String> order() {
        Set<String> known = new TreeSet<>();
        board.journeys().forEach(journey -> known.addAll(path(journey)));
        Map<String, Double> means = known.stream().collect(Collectors.toMap(stage -> stage, this::meanPlace));
        return known.stream().sorted((one, other) -> compare(one, other, means)).toList();
    }

    private static int compare(String one, String other, Map<String, Double> means) {
        List<String> left = ancestors(one);
        List<String> right = ancestors(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!left.get(i).equals(right.get(i))) {
                int byMean = means.get(left.get(i)).compareTo(means.get(right.get(i)));
                return byMean != 0 ? byMean : left.get(i).compareTo(right.get(i));
            }
        }
        return left.size() - right.size();
    }

    Totals totals() {
        List<Long> spans = chosen.stream()
                .filter(journey -> endedAs(journey, "adopted"))
                .filter(journey -> journey.steps().get(0).what() == Happening.STARTED)
                .map(journey -> end(journey).at() - began(journey))
                .toList();
        return new Totals(
                chosen.size(),
                count(journey -> end(journey) == null),
                count(journey -> endedAs(journey, "adopted")),
                count(journey -> endedAs(journey, "stopped")),
                count(journey -> endedAs(journey, "declined")),
                count(journey -> endedAs(journey, "withdrawn")),
                count(journey -> endedAs(journey, "cancelled")),
                count(journey -> isLate(journey, FOREVER, now)),
                count(journey -> visits(journey).stream().anyMatch(key -> key.visit > 1)),
                quantile(spans, 0.50),
                quantile(spans, 0.85));
    }

    private int count(Predicate<Journey> which) {
        return (int) chosen.stream().filter(which).count();
    }

    /** The smallest that at least this share of all do not exceed. */
    private static Double quantile(Collection<Long> spans, double share) {
        return spans.stream()
                .filter(span -> spans.stream().filter(other -> other <= span).count() >= share * spans.size() - 1e-9)
                .min(Comparator.naturalOrder())
                .map(span -> span / 86_400_000.0)
                .orElse(null);
    }

    List<Funnel> funnel() {
        List<String> mains =
                order().stream().filter(stage -> !stage.contains(".")).toList();
        List<Funnel> funnel = new ArrayList<>();
        String before = null;
        for (String main : mains) {
            String previous = before;
            int base = previous == null ? 0 : count(journey -> path(journey).contains(previous));
            int both = count(journey -> path(journey)
                    .containsAll(
                            Stream.of(main, previous).filter(Objects::nonNull).toList()));
            funnel.add(new Funnel(
                    main,
                    board.label("stage", main),
                    count(journey -> path(journey).contains(main)),
                    count(journey -> openAt(journey, FOREVER).keySet().stream()
                            .anyMatch(key -> key.stage.split("\\.")[0].equals(main))),
                    base == 0 ? null : both * 1.0 / base));
            before = main;
        }
        return funnel;
    }

    List<StageFigures> stages() {
        return order().stream().map(this::stage).toList();
    }

    private StageFigures stage(String stage) {
        List<Long> spans = new ArrayList<>();
        for (Journey journey : chosen) {
            for (Key key : visits(journey)) {
                Step entry = step(journey, key, step -> step.what() == Happening.ENTERED);
                Step exit = step(journey, key, Step::leaves);
                if (key.stage.equals(stage) && entry != null && exit != null) {
                    spans.add(exit.at() - entry.at());
                }
            }
        }
        return new StageFigures(
                stage,
                board.label("stage", stage),
                visits(stage, (journey, key) -> true),
                count(journey -> openAt(journey, FOREVER).keySet().stream().anyMatch(key -> key.stage.equals(stage))),
                count(journey -> openAt(journey, FOREVER).entrySet().stream()
                        .anyMatch(open ->
                                open.getKey().stage.equals(stage) && open.getValue() != 0 && open.getValue() < now)),
                visits(stage, (journey, key) -> step(journey, key, step -> step.what() == Happening.COMPLETED) != null),
                visits(stage, (journey, key) -> step(journey, key, step -> step.what() == Happening.CANCELLED) != null),
                visits(stage, (journey, key) -> key.visit > 1),
                quantile(spans, 0.50),
                quantile(spans, 0.85));
    }

    private interface Which {
        boolean is(Journey journey, Key key);
    }

    private int visits(String stage, Which which) {
        return chosen.stream()
                .mapToInt(journey -> (int) visits(journey).stream()
                        .filter(key -> key.stage.equals(stage) && which.is(journey, key))
                        .count())
                .sum();
    }

    List<Band> ageing() {
        return List.of(band(0, 30), band(31, 60), band(61, 90), band(91, 180), band(181, null));
    }

    private Band band(int from, Integer to) {
        return new Band(
                from,
                to,
                count(journey -> end(journey) == null && age(journey) >= from && (to == null || age(journey) <= to)));
    }

    private long age(Journey journey) {
        Set<Key> open = openAt(journey, FOREVER).keySet();
        Stream<Long> times = open.isEmpty()
                ? telling(journey).stream().filter(Step::leaves).map(Step::at)
                : open.stream().map(key -> since(journey, key));
        Comparator<Long> order = open.isEmpty() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        long since = times.min(order).orElse(began(journey));
        return since > now ? 0 : (now - since) / 86_400_000;
    }

    List<Week> trend() {
        List<Week> weeks = new ArrayList<>();
        long first = chosen.stream().mapToLong(Naive::began).min().orElse(now);
        LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        for (int i = 0; i <= 52 && !chosen.isEmpty(); i++) {
            long end = Math.min(now, start(monday.plusDays(7)) - 1);
            if (i == 0 || first <= end) {
                weeks.add(0, week(monday, end));
            }
            monday = monday.minusDays(7);
        }
        return weeks;
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private Week week(LocalDate monday, long end) {
        Predicate<Long> within = time -> time >= start(monday) && time <= end;
        return new Week(
                monday.toString(),
                count(journey -> within.test(began(journey))),
                count(journey ->
                        end(journey) != null && within.test(end(journey).at())),
                count(journey ->
                        endedAs(journey, "adopted") && within.test(end(journey).at())),
                count(journey -> began(journey) <= end
                        && (end(journey) == null || end(journey).at() > end)),
                count(journey -> isLate(journey, end, end)));
    }

    List<Ending> endings() {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (Journey journey : chosen) {
            if (end(journey) != null) {
                String reason = end(journey).reason();
                counts.merge(List.of(end(journey).outcome(), reason == null ? "" : reason), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<List<String>, Integer> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().get(0))
                        .thenComparing(entry -> entry.getKey().get(1)))
                .map(entry -> ending(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    private Ending ending(String outcome, String reason, int count) {
        return reason.isEmpty()
                ? new Ending(outcome, board.label("outcome", outcome), null, null, count)
                : new Ending(outcome, board.label("outcome", outcome), reason, board.label("reason", reason), count);
    }

    int year() {
        return filter.year() == null ? Instant.ofEpochMilli(now).atZone(zone).getYear() : filter.year();
    }

    List<GovernmentRow> governments() {
        Map<String, List<UnitFacts>> units = units().filter(UnitFacts::active)
                .collect(Collectors.groupingBy(UnitFacts::government, TreeMap::new, Collectors.toList()));
        List<GovernmentRow> rows = new ArrayList<>();
        units.forEach((government, members) -> rows.add(new GovernmentRow(
                government,
                members.get(0).governmentName(),
                members.size(),
                (int) members.stream().filter(unit -> has(unit.code()) == 0).count(),
                (int) members.stream().filter(unit -> has(unit.code()) == 1).count(),
                (int) members.stream().filter(unit -> has(unit.code()) > 1).count())));
        return rows;
    }

    private Stream<UnitFacts> units() {
        return board.units().values().stream()
                .filter(unit -> filter.government() == null || unit.government().equals(filter.government()))
                .filter(unit -> filter.unit() == null || unit.code().equals(filter.unit()))
                .filter(unit -> filter.district() == null || filter.district().equals(unit.district()));
    }

    private int has(String unit) {
        return (int) board.journeys().stream()
                .filter(journey -> journey.unit().equals(unit) && journey.cycleYear() == year())
                .filter(journey -> !journey.titleProvisional())
                .filter(journey ->
                        Stream.of("declined", "withdrawn", "cancelled").noneMatch(outcome -> endedAs(journey, outcome)))
                .count();
    }

    List<UnitRow> unitRows() {
        List<UnitRow> rows = new ArrayList<>();
        units().forEach(unit -> rows.add(row(unit)));
        chosen.stream()
                .filter(journey -> !board.units().containsKey(journey.unit()))
                .map(journey -> new UnitFacts(
                        journey.unit(),
                        journey.unit(),
                        null,
                        null,
                        null,
                        journey.government(),
                        board.label("government", journey.government()),
                        false,
                        0))
                .distinct()
                .forEach(unit -> rows.add(row(unit)));
        rows.removeIf(row -> !row.active() && row.innovations() == 0);
        rows.sort(Comparator.comparing(UnitRow::governmentName)
                .thenComparing(UnitRow::name)
                .thenComparing(UnitRow::unit));
        return rows;
    }

    private UnitRow row(UnitFacts unit) {
        Predicate<Journey> ours = journey -> journey.unit().equals(unit.code());
        return new UnitRow(
                unit.code(),
                unit.name(),
                unit.kindLabel(),
                unit.district(),
                unit.government(),
                unit.governmentName(),
                unit.active(),
                has(unit.code()),
                count(ours),
                count(ours.and(journey -> end(journey) == null)),
                count(ours.and(journey -> isLate(journey, FOREVER, now))),
                count(ours.and(journey -> endedAs(journey, "adopted"))),
                count(ours.and(journey -> endedAs(journey, "stopped"))));
    }

    List<Source> demands() {
        return Stream.of("lapor", "survey", "direct")
                .map(source -> new Source(
                        source,
                        source,
                        count(journey -> answers(journey, source)),
                        count(journey -> answers(journey, source) && endedAs(journey, "adopted"))))
                .filter(source -> source.innovations() > 0)
                .sorted(Comparator.comparing((Source source) -> -source.innovations())
                        .thenComparing(Source::source))
                .toList();
    }

    private static boolean answers(Journey journey, String source) {
        return (" " + journey.results().getOrDefault("demandSources", "") + " ").contains(" " + source + " ");
    }

    List<Improvement> improvements() {
        return Stream.of("quantity", "quality")
                .map(dimension -> new Improvement(
                        dimension,
                        sum(dimension, values -> 1),
                        sum(dimension, Naive::met),
                        sum(dimension, Naive::better)))
                .toList();
    }

    private int sum(String dimension, ToIntFunction<Double[]> worth) {
        int sum = 0;
        for (Journey journey : chosen) {
            Double[] values = Stream.of("Baseline", "Target", "After")
                    .map(name -> (Number) journey.results().get(dimension + name))
                    .map(number -> number == null ? null : number.doubleValue())
                    .toArray(Double[]::new);
            sum += values[0] == null || values[2] == null ? 0 : worth.applyAsInt(values);
        }
        return sum;
    }

    private static int met(Double[] values) {
        if (values[1] == null) {
            return 0;
        }
        double sign = values[1] < values[0] ? -1 : 1;
        return sign * values[2] >= sign * values[1] ? 1 : 0;
    }

    private static int better(Double[] values) {
        double sign = values[1] != null && values[1] < values[0] ? -1 : 1;
        return sign * values[2] > sign * values[0] ? 1 : 0;
    }

    int now(Set<String> stages) {
        return count(journey -> openAt(journey, FOREVER).keySet().stream().anyMatch(key -> stages.contains(key.stage)));
    }

    int overdue(Set<String> stages) {
        return count(journey -> openAt(journey, FOREVER).entrySet().stream()
                .anyMatch(
                        open -> stages.contains(open.getKey().stage) && open.getValue() != 0 && open.getValue() < now));
    }
}
