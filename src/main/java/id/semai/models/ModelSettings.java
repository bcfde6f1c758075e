package id.semai.models;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the models live.
 *
 * @param folder the folder that administrators edit; a jar started where it does not exist unpacks its own copy there
 * @param poll how often it is looked at where the system does not tell of changes, as in network folders
 * @param settle for how long nothing in it may change before what was saved counts as whole
 */
@ConfigurationProperties("semai.models")
record ModelSettings(
        @DefaultValue("./processes") Path folder,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("300ms") Duration settle) {

    ModelSettings {
        if (poll.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("semai.models.poll is %s, less than 100 ms".formatted(poll));
        }
        if (settle.isNegative() || settle.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("semai.models.settle is %s, not within 10 s".formatted(settle));
        }
    }
}
