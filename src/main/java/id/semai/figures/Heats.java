package id.semai.figures;

import id.semai.dashboard.ModelFacts;
import id.semai.figures.Diagram.Place;
import id.semai.figures.Figures.Heat;
import id.semai.figures.Figures.HeatMap;
import id.semai.figures.Figures.StageFigures;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where innovations are, on the diagrams of the processes. */
final class Heats {

    private final View view;
    private final Map<String, ModelFacts> models;
    private final Map<String, Diagram> diagrams;
    private final Map<String, StageFigures> stages;

    Heats(View view, Map<String, ModelFacts> models, Map<String, Diagram> diagrams, List<StageFigures> stages) {
        this.view = view;
        this.models = models;
        this.diagrams = diagrams;
        this.stages = stages.stream().collect(Collectors.toMap(StageFigures::stage, Function.identity()));
    }

    List<HeatMap> maps() {
        Set<String> called = new HashSet<>();
        diagrams.values().forEach(diagram -> diagram.places().forEach(place -> called.add(place.called())));
        return models.values().stream()
                .filter(model -> !drawn(model.processKey(), new HashSet<>()).isEmpty())
                .sorted(Comparator.comparing((ModelFacts model) -> called.contains(model.processKey()))
                        .thenComparing(ModelFacts::processKey))
                .map(this::map)
                .toList();
    }

    private HeatMap map(ModelFacts model) {
        List<Heat> elements = diagrams.get(model.processKey()).places().stream()
                .filter(place -> !drawn(place, new HashSet<>()).isEmpty())
                .map(this::heat)
                .toList();
        return new HeatMap(model.processKey(), model.processName(), model.version(), elements);
    }

    private Heat heat(Place place) {
        Set<String> drawn = drawn(place, new HashSet<>());
        String called = isDrawn(place.called()) ? place.called() : null;
        String name = place.stage() == null ? place.name() : view.name("stage", place.stage());
        return new Heat(place.element(), place.stage(), name, now(drawn), overdue(drawn), visits(drawn), called);
    }

    private boolean isDrawn(String process) {
        return process != null && !drawn(process, new HashSet<>()).isEmpty();
    }

    /** The stages that a place stands for: its own, or those of the process it calls. */
    private Set<String> drawn(Place place, Set<String> seen) {
        return place.stage() != null ? Set.of(place.stage()) : drawn(place.called(), seen);
    }

    private Set<String> drawn(String process, Set<String> seen) {
        Set<String> drawn = new HashSet<>();
        if (process != null && diagrams.containsKey(process) && seen.add(process)) {
            diagrams.get(process).places().forEach(place -> drawn.addAll(drawn(place, seen)));
        }
        return drawn;
    }

    private int now(Set<String> drawn) {
        return drawn.size() == 1 ? figure(drawn, StageFigures::now) : innovations(drawn, Course::now);
    }

    private int overdue(Set<String> drawn) {
        return drawn.size() == 1
                ? figure(drawn, StageFigures::overdue)
                : innovations(drawn, course -> course.overdue(view.now()));
    }

    private int visits(Set<String> drawn) {
        return figure(drawn, StageFigures::entered);
    }

    private int figure(Set<String> drawn, Function<StageFigures, Integer> figure) {
        return drawn.stream()
                .filter(stages::containsKey)
                .map(stages::get)
                .mapToInt(figure::apply)
                .sum();
    }

    private int innovations(Set<String> drawn, Function<Course, Set<String>> places) {
        return (int) view.chosen().stream()
                .filter(course -> places.apply(course).stream().anyMatch(drawn::contains))
                .count();
    }
}
