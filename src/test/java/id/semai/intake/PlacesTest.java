package id.semai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final TopicPartition PLACE = new TopicPartition("stages", 0);

    private final Places places = new Places();

    @Test
    void aSecondReadingEndsWhereItBegan() {
        places.goTo(PLACE, 10);
        places.readOnceMore(PLACE);
        places.goTo(PLACE, 0);
        assertThat(places.isKnown(PLACE, 9)).isTrue();
        assertThat(places.isKnown(PLACE, 10)).isFalse();
        assertThat(places.isBack(PLACE)).isFalse();

        places.goTo(PLACE, 10);
        assertThat(places.isBack(PLACE)).isTrue();
        assertThat(places.anyIsReadOnceMore()).isFalse();
        assertThat(places.isKnown(PLACE, 9)).isFalse();
    }

    @Test
    void aPartitionThatLostItsEndIsNoticedAlsoDuringASecondReading() {
        places.goTo(PLACE, 10);
        places.readOnceMore(PLACE);
        places.goTo(PLACE, 3);

        assertThat(places.anyLieBehind(Map.of(PLACE, 10L))).isFalse();
        assertThat(places.anyLieBehind(Map.of(PLACE, 9L))).isTrue();
    }
}
