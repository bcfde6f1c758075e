package id.semai.figures;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.dashboard.Journey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoursesTest {

    private final Courses courses = new Courses();

    @Test
    void aJourneyIsFoldedOnceAlsoAfterAPartOfTheBoardWasShown() {
        List<Journey> all = journeys("a", 10);
        Course folded = courses.of(all).get(9);
        courses.of(all.subList(0, 2));

        assertThat(courses.of(all).get(9)).isSameAs(folded);
    }

    @Test
    void anInnovationThatIsGoneIsForgottenInTheEnd() {
        for (int round = 0; round < 20; round++) {
            courses.of(journeys("round" + round + "-", 10));
            assertThat(courses.size()).isLessThanOrEqualTo(20);
        }
    }

    private static List<Journey> journeys(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Tale.of(prefix + i, "u", "2026-01-01").journey())
                .toList();
    }
}
