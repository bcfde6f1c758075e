package id.semai.journeys;

import static id.semai.journeys.Office.accepted;
import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.Topic.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who traces requests finds them again at the events they caused, and only at those. */
@EndToEnd
class TraceContextTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Autowired
    Office office;

    @Autowired
    Topic topic;

    @Test
    void theContextOfARequestTravelsWithTheEventsItCauses() {
        String innovation = office.as("inovator.dikbud")
                .traced(TRACEPARENT)
                .start("innovation-journey", answers("innovation-proposal"));
        office.as("kepala.dikbud").task(innovation, "Task_SignCommitment");
        Event started = topic.atLeast(2, innovation).get(0);
        assertThat(started.traceparent()).isEqualTo(TRACEPARENT);
        assertThat(started.envelope().path("traceparent").asText()).isEqualTo(TRACEPARENT);

        accepted(office.as("admin").delete("/process-instance/" + innovation));

        Event finished = topic.finished(innovation).stream()
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(finished.traceparent()).as("of an untraced request").isNull();
        assertThat(finished.envelope().has("traceparent")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01"
            })
    void whatIsNoTraceContextIsNotCarried(String nonsense) {
        String innovation = office.as("inovator.dikbud")
                .traced(nonsense)
                .start("innovation-journey", answers("innovation-proposal"));

        assertThat(topic.atLeast(1, innovation).get(0).traceparent()).isNull();
    }
}
