package id.semai.journal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where events go and how the relay carries them there.
 *
 * @param relay the relay's name in Kafka: its transactional id, and the key of its marks. Two installations that share
 *     a Kafka cluster need two names, or they fence each other
 * @param lease how long a node that has died keeps others from shipping
 * @param poll how often an idle relay looks for what another node has written
 */
@Validated
@ConfigurationProperties("semai.journal")
record JournalSettings(
        @DefaultValue @Valid Topics topics,
        @DefaultValue("semai-relay") @NotBlank String relay,
        @DefaultValue("6s") Duration lease,
        @DefaultValue("100ms") Duration poll) {

    /**
     * The topics' names; a topic that is absent is created, one that exists is never changed.
     *
     * @param innovations compacted: the latest state of each innovation
     * @param relay the relay's own: which batch Kafka has committed last
     * @param partitions of the topics with events, when they are created
     */
    record Topics(
            @DefaultValue("semai.stage-transitions.v1") @NotBlank String stageTransitions,
            @DefaultValue("semai.innovations.v1") @NotBlank String innovations,
            @DefaultValue("semai.units.v1") @NotBlank String units,
            @DefaultValue("semai.relay.v1") @NotBlank String relay,
            @DefaultValue("12") @Min(1) int partitions) {

        String of(Stream stream) {
            return switch (stream) {
                case STAGE_TRANSITION, MODEL -> stageTransitions;
                case UNIT -> units;
            };
        }

        /** All that this application writes to. */
        Set<String> names() {
            return Set.of(stageTransitions, innovations, units, relay);
        }
    }
}
