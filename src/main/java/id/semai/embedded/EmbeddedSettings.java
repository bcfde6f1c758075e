package id.semai.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The PostgreSQL and the Kafka that run beside Semai on a machine that has neither.
 *
 * @param dataDirectory everything they keep; one application at a time
 * @param postgresPort 0 for any free port; reached from this machine only
 * @param postgresMemory what PostgreSQL keeps of its tables in memory; it writes its log anew when that has grown eight
 *     times as large
 * @param kafkaPort 0 for any free port
 * @param kafkaHost the name under which readers reach Kafka: {@code localhost} keeps it to this machine, any other
 *     opens it to the network
 */
@ConfigurationProperties("semai.embedded")
record EmbeddedSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("./data") Path dataDirectory,
        @DefaultValue("15432") int postgresPort,
        @DefaultValue("128MB") DataSize postgresMemory,
        @DefaultValue("19092") int kafkaPort,
        @DefaultValue("localhost") String kafkaHost) {

    EmbeddedSettings {
        checkPort("semai.embedded.postgres-port", postgresPort);
        checkPort("semai.embedded.kafka-port", kafkaPort);
        if (postgresMemory.toMegabytes() < 16) {
            throw new EmbeddedFailure("semai.embedded.postgres-memory = " + postgresMemory.toMegabytes()
                    + "MB terlalu kecil: isi paling sedikit 16MB.");
        }
        if (postgresPort == kafkaPort && postgresPort != 0) {
            throw new EmbeddedFailure("semai.embedded.postgres-port dan semai.embedded.kafka-port sama-sama "
                    + postgresPort + ": beri keduanya porta yang berbeda.");
        }
        if (!kafkaHost.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new EmbeddedFailure("semai.embedded.kafka-host «" + kafkaHost
                    + "» bukan nama atau alamat IPv4 komputer: isi tanpa porta, misalnya localhost atau 10.1.2.3.");
        }
    }

    boolean kafkaStaysOnThisMachine() {
        return kafkaHost.equals("localhost") || kafkaHost.startsWith("127.");
    }

    private static void checkPort(String setting, int port) {
        if (port < 0 || port > 65_535) {
            throw new EmbeddedFailure(setting + " = " + port + " bukan nomor porta: isi 1 sampai 65535.");
        }
    }
}
