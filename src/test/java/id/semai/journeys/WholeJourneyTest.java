package id.semai.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.Topic.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One innovation from the workshop to rollout, as the right people carry it, and what any consumer sees of it. */
@EndToEnd
class WholeJourneyTest {

    static final List<String> HAPPY_PATH = List.of(
            "started",
            "commitment entered",
            "commitment completed(signed)",
            "action-plan entered",
            "action-plan.draft entered",
            "action-plan.draft completed(submitted)",
            "action-plan.review entered",
            "action-plan.review completed(approved)",
            "action-plan completed(approved)",
            "lab entered",
            "lab.diagnose entered",
            "lab.diagnose completed(accepted)",
            "lab.design entered",
            "lab.design completed(accepted)",
            "lab.deliver entered",
            "lab.deliver completed(accepted)",
            "lab.display entered",
            "lab.display completed(accepted)",
            "lab completed(completed)",
            "rollout entered",
            "rollout.trial entered",
            "rollout.trial completed(passed)",
            "rollout.adoption entered",
            "rollout.adoption completed(adopted)",
            "rollout.results entered",
            "rollout.results completed(verified)",
            "rollout completed(adopted)",
            "finished(adopted)");

    @Autowired
    Office office;

    @Autowired
    Topic topic;

    @Test
    void theHappyPathFromWorkshopToRolloutIsTwentyEightTransitions() {
        String workshop = Story.workshop(office, "lan", List.of("dikbud"));
        Story story = Story.ofWorkshop(office, workshop, "dikbud");

        story.committed().plannedWithFacilitator();
        story.developed(story.facilitator()).tried().adopted().measured();

        List<Event> events = topic.finished(story.innovation);
        assertThat(events).extracting(Event::brief).containsExactlyElementsOf(HAPPY_PATH);
        assertNumberedInOnePartition(events);
        story.coordinator().does(workshop, "Task_WriteMinutes", "workshop-minutes");
    }

    static void assertNumberedInOnePartition(List<Event> events) {
        assertThat(events)
                .extracting(Event::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(events)
                .extracting(Event::partition)
                .containsOnly(events.get(0).partition());
    }
}
