package id.semai.figures;

import id.semai.dashboard.UnitFacts;
import id.semai.figures.Figures.Choice;
import id.semai.figures.Figures.Choices;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the filters offer. */
final class Offers {

    private static final Comparator<Choice> BY_NAME =
            Comparator.comparing(Choice::name).thenComparing(Choice::code);

    private final View view;
    private final StageOrder order;
    private final List<Choice> governments;

    Offers(View view, StageOrder order) {
        this.view = view;
        this.order = order;
        this.governments = governments();
    }

    Choices choices() {
        return new Choices(governments, units(), districts(), years(), stages(), kinds());
    }

    private List<Choice> governments() {
        Map<String, String> names = new HashMap<>();
        for (Course course : view.all()) {
            names.computeIfAbsent(course.journey().government(), view::governmentName);
        }
        for (UnitFacts unit : view.units().values()) {
            names.put(unit.government(), unit.governmentName());
        }
        return sorted(names.entrySet().stream().map(entry -> choice(entry.getKey(), entry.getValue())));
    }

    private List<Choice> units() {
        return sorted(unitsOffered().map(unit -> choice(unit.code(), unit.name())));
    }

    private List<Choice> districts() {
        return sorted(unitsOffered()
                .map(UnitFacts::district)
                .filter(Objects::nonNull)
                .distinct()
                .map(district -> choice(district, district)));
    }

    private Stream<UnitFacts> unitsOffered() {
        String government = government();
        return view.units().values().stream().filter(unit -> unit.government().equals(government));
    }

    private String government() {
        String chosen = view.filter().government();
        return chosen == null && governments.size() == 1 ? governments.get(0).code() : chosen;
    }

    private List<Integer> years() {
        return view.all().stream()
                .map(course -> course.journey().cycleYear())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Choice> stages() {
        return order.stages().stream()
                .map(stage -> choice(stage, view.name("stage", stage)))
                .toList();
    }

    private List<Choice> kinds() {
        return sorted(view.all().stream()
                .map(course -> course.journey().kind())
                .filter(Objects::nonNull)
                .distinct()
                .map(kind -> choice(kind, view.name("kind", kind))));
    }

    private static Choice choice(String code, String name) {
        return new Choice(code, name == null ? code : name);
    }

    private static List<Choice> sorted(Stream<Choice> choices) {
        return choices.sorted(BY_NAME).toList();
    }
}
