package id.semai.guard;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Roles, {@code person} for everybody with an account, or {@code anybody}.
 *
 * @param health who may ask whether Semai is well
 * @param metrics who may read the numbers at {@code /actuator/prometheus}
 */
@ConfigurationProperties("semai.guard")
record GuardSettings(
        @DefaultValue(AccessRule.ANYBODY) Set<String> health, @DefaultValue("administrator") Set<String> metrics) {}
