package id.semai.prod;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What goes to another machine is encrypted, unless its name is declared as one on a network that nobody else listens to. */
final class Wires {

    static final String SETTING = "semai.trusted-hosts";

    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
    private static final String UNIX_SOCKETS = "AFUNIX";

    private final Environment settings;
    private final List<String> trusted;

    Wires(Environment settings, List<String> trusted) {
        this.settings = settings;
        this.trusted = trusted;
    }

    void requireEncrypted() {
        requireProvenDatabase();
        requireEncryptedBroker();
    }

    private void requireProvenDatabase() {
        String url = settings.getProperty("spring.datasource.url", "");
        Properties parts = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, null) : null;
        if (parts == null
                || "verify-full".equals(PGProperty.SSL_MODE.getOrDefault(parts))
                || String.valueOf(PGProperty.SOCKET_FACTORY.getOrDefault(parts)).contains(UNIX_SOCKETS)) {
            return;
        }
        List.of(PGProperty.PG_HOST.getOrDefault(parts).split(",")).forEach(host -> {
            if (isElsewhere(host)) {
                throw new UnsafeStart(
                        "Sambungan ke PostgreSQL di «" + host
                                + "» dapat disadap atau dibelokkan, karena spring.datasource.url tanpa"
                                + " sslmode=verify-full.",
                        "Tambahkan ?sslmode=verify-full&sslrootcert=… pada spring.datasource.url" + orTrust(host));
            }
        });
    }

    private void requireEncryptedBroker() {
        if (ENCRYPTED.contains(protocol().toUpperCase(Locale.ROOT))) {
            return;
        }
        brokersElsewhere().findFirst().ifPresent(host -> {
            throw new UnsafeStart(
                    "Sambungan ke Kafka di «" + host + "» dapat disadap, karena protokolnya " + protocol() + ".",
                    "Isi spring.kafka.security.protocol dengan SASL_SSL atau SSL" + orTrust(host));
        });
    }

    /** Hosts of the brokers that are neither this machine nor declared. */
    Stream<String> brokersElsewhere() {
        return Binder.get(settings)
                .bind("spring.kafka.bootstrap-servers", Bindable.listOf(String.class))
                .orElse(List.of())
                .stream()
                .map(server -> server.strip().replaceFirst("^.*://", "").replaceFirst(":[0-9]+$", ""))
                .filter(this::isElsewhere);
    }

    private String protocol() {
        return settings.getProperty(
                "spring.kafka.security.protocol",
                settings.getProperty("spring.kafka.properties.security.protocol", "PLAINTEXT"));
    }

    private static String orTrust(String host) {
        return "; atau, jika jaringan ke sana tidak dapat dijangkau pihak lain, sebut «" + host + "» dalam " + SETTING
                + ".";
    }

    private boolean isElsewhere(String host) {
        String name = host.strip().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        boolean here = name.equals("localhost") || name.matches("127(\\.[0-9]{1,3}){3}") || name.equals("::1");
        return !here && trusted.stream().noneMatch(name::equalsIgnoreCase);
    }
}
