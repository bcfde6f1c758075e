package id.semai.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the dashboard reads and where it remembers how far it has come.
 *
 * @param folder for the snapshot and for what was set aside; one application at a time
 * @param snapshot how often the board is written there if it has changed
 */
@Validated
@ConfigurationProperties("semai.dashboard")
public record DashboardSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("./data/dashboard") Path folder,
        @DefaultValue @Valid Topics topics,
        @DefaultValue("1m") Duration snapshot) {

    public DashboardSettings {
        if (snapshot.isNegative() || snapshot.isZero()) {
            throw new IllegalArgumentException(
                    "semai.dashboard.snapshot = " + snapshot + " is no time to wait between two snapshots");
        }
    }

    public record Topics(
            @DefaultValue("semai.stage-transitions.v1") @NotBlank String stageTransitions,
            @DefaultValue("semai.units.v1") @NotBlank String units) {

        List<String> all() {
            return List.of(stageTransitions, units);
        }
    }
}
