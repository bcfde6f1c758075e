package id.semai.prod;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom Semai believes without proof.
 *
 * @param proxies addresses whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are true
 * @param trustedHosts names of servers that are reached over a network on which nobody else listens: Semai speaks to them
 *     without TLS in earnest, too
 */
@ConfigurationProperties("semai")
record NetworkSettings(@DefaultValue List<String> proxies, @DefaultValue List<String> trustedHosts) {

    NetworkSettings {
        proxies = named(proxies);
        trustedHosts = named(trustedHosts);
    }

    private static List<String> named(List<String> names) {
        return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
