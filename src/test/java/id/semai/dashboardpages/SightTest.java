package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.dashboard.Board;
import id.semai.dashboard.Freshness;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.Step;
import id.semai.dashboard.UnitFacts;
import id.semai.dashboardpages.Showing.Subject;
import id.semai.figures.Filter;
import id.semai.figures.Reckoning;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who sees what of a board with an innovation in each of two units. */
class SightTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private final Seen seen =
            new Seen(new TwoUnits(), new Reckoning(), Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Makassar"));
    private final Panels panels = new Panels(seen, new ObjectMapper().findAndRegisterModules());

    @Test
    void publicFiguresNameNoInnovationAndNoUnit() {
        Map<String, byte[]> open = panels.panels(new Subject(Filter.ALL, Sight.PUBLIC));

        assertThat(open.keySet())
                .containsExactly(
                        "filter", "freshness", "totals", "funnel", "ageing", "endings", "oneAgency", "choices");
        assertThat(text(open)).contains("\"innovations\":2").doesNotContain("dikbud", "dinkes", "Judul", "id-");
    }

    @Test
    void whoSeesFiguresOnlyCannotNarrowThemDownToAUnit() {
        for (String narrow : List.of("unit", "kecamatan")) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setParameter(narrow, "dikbud");
            assertThatThrownBy(() -> Subject.of(Sight.PUBLIC, request)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aUnitCountsItsOwn() {
        Sight own = Sight.of(Set.of("dikbud"));

        assertThat(seen.figures(new Subject(Filter.ALL, own)).totals().innovations())
                .isEqualTo(1);
        assertThat(text(panels.panels(new Subject(Filter.ALL, own)))).doesNotContain("dinkes");
        assertThat(seen.unit("dinkes", own)).isEmpty();
        assertThat(seen.innovation("id-dinkes", own)).isEmpty();
        assertThat(seen.innovation("id-dikbud", own)).isPresent();
        assertThat(seen.stamp(own).incomplete()).isZero();
        assertThat(seen.stamp(Sight.EVERYTHING).incomplete()).isEqualTo(1);
    }

    /** The pair of what is above: what is counted for somebody is what their board holds, nothing else looks at units. */
    @Test
    void aUnitWouldCountAndOpenThatOfOthersIfItsBoardHeldThem() {
        Sight everything = Sight.EVERYTHING;

        assertThat(seen.figures(new Subject(Filter.ALL, everything)).totals().innovations())
                .isEqualTo(2);
        assertThat(text(panels.panels(new Subject(Filter.ALL, everything)))).contains("dinkes");
        assertThat(seen.innovation("id-dinkes", everything)).isPresent();
    }

    @Test
    void whoSeesNothingIsRefused() {
        assertThatThrownBy(() -> Subject.of(Sight.NOTHING, new MockHttpServletRequest()))
                .isInstanceOf(Refusal.class);
        assertThat(seen.figures(new Subject(Filter.ALL, Sight.of(Set.of())))
                        .totals()
                        .innovations())
                .isZero();
    }

    private static String text(Map<String, byte[]> panels) {
        return panels.values().stream()
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static class TwoUnits implements Board {

        private static Journey of(String unit, boolean whole) {
            Step begun = new Step(
                    1, Happening.STARTED, "x", NOW.toEpochMilli() - 1, null, 0, 0, null, null, "innovation-journey", 1);
            return new Journey(
                    "id-" + unit, "Judul", false, "52.04", unit, null, 2026, null, List.of(begun), Map.of(), whole);
        }

        private static UnitFacts facts(String unit) {
            return new UnitFacts(unit, "Dinas " + unit, "agency", "Dinas", null, "52.04", "Sumbawa", true, 1);
        }

        @Override
        public long version() {
            return 1;
        }

        @Override
        public Collection<Journey> journeys() {
            return List.of(of("dikbud", true), of("dinkes", false));
        }

        @Override
        public Optional<Journey> journey(String id) {
            return journeys().stream()
                    .filter(journey -> journey.id().equals(id))
                    .findFirst();
        }

        @Override
        public Map<String, UnitFacts> units() {
            return Map.of("dikbud", facts("dikbud"), "dinkes", facts("dinkes"));
        }

        @Override
        public Map<String, ModelFacts> models() {
            return Map.of();
        }

        @Override
        public String label(String what, String code) {
            return code;
        }

        @Override
        public Freshness freshness() {
            return new Freshness(NOW, NOW, 0, true, false, 2, 0, 0, 1, Map.of());
        }
    }
}
