package id.semai.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Asks everything that can forbid the embedded servers before the first bean is made: a refusal is then one sentence
 * within a second, and no half-started application has to be taken down.
 */
class Preflight implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        EmbeddedSettings settings = Binder.get(environment).bindOrCreate("semai.embedded", EmbeddedSettings.class);
        if (settings.enabled()) {
            refuseEarnest(environment);
            refuseBusy(settings);
            if (context instanceof WebServerApplicationContext) {
                refuseBusyWebPort(environment);
            }
        }
    }

    static void refuseEarnest(ConfigurableEnvironment environment) {
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            throw new EmbeddedFailure(
                    "Profil prod tidak memakai PostgreSQL dan Kafka bawaan, yang hanya untuk peragaan: "
                            + "atur semai.embedded.enabled=false, lalu sebut server Anda dalam spring.datasource.url dan "
                            + "spring.kafka.bootstrap-servers.");
        }
        if (environment.containsProperty("spring.datasource.url")) {
            throw new EmbeddedFailure(
                    "spring.datasource.url diisi, padahal semai.embedded.enabled=true memakai PostgreSQL "
                            + "bawaan: atur semai.embedded.enabled=false, atau kosongkan spring.datasource.url.");
        }
    }

    private static void refuseBusy(EmbeddedSettings settings) {
        try (DataFolder folder = DataFolder.open(settings.dataDirectory())) {
            PostgresServer.prepare(settings, folder);
            KafkaServer.prepare(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseBusyWebPort(ConfigurableEnvironment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        String address = environment.getProperty("server.address", "0.0.0.0");
        try {
            new Port(Math.max(port, 0), "halaman web", "server.port").requireFreeOn(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new EmbeddedFailure("server.address «" + address + "» tidak dikenal komputer ini.", e);
        }
    }
}
