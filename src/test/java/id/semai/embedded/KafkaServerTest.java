package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@Timeout(120)
class KafkaServerTest {

    @TempDir
    Path directory;

    /** The application itself needs nobody to know the name that it advertises to others. */
    @Test
    void whatWasSentIsThereAfterARestart() throws Exception {
        try (DataFolder folder = DataFolder.open(directory)) {
            try (KafkaServer kafka = started(folder, "localhost")) {
                Embedded.send(kafka.address(), "first");
                assertThatNothingIsErased(kafka);
            }
            try (KafkaServer kafka = started(folder, "dasbor.example")) {
                Embedded.send(kafka.insideAddress(), "second");
                assertThat(Embedded.received(kafka.insideAddress())).containsExactly("first", "second");
            }
        }
    }

    @Test
    void anotherMachineReachesItByTheHostThatIsSet() throws Exception {
        Optional<String> host = addressInTheNetwork();
        assumeThat(host).isPresent();
        try (DataFolder folder = DataFolder.open(directory);
                KafkaServer kafka = started(folder, host.get())) {
            Embedded.send(kafka.address(), "from afar");
            assertThat(Embedded.received(kafka.address())).containsExactly("from afar");
        }
    }

    @Test
    void aKafkaThatNeverBeganNeedsNoStop() throws Exception {
        try (DataFolder folder = DataFolder.open(directory)) {
            KafkaServer kafka = new KafkaServer(Embedded.settings(directory), folder);
            kafka.close();
            assertThat(kafka.isRunning()).isFalse();
        }
    }

    @Test
    void aTakenPortIsNamedWithItsSetting() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            EmbeddedSettings settings =
                    new EmbeddedSettings(true, directory, 0, DataSize.ofMegabytes(128), port, "localhost");

            assertThatExceptionOfType(EmbeddedFailure.class)
                    .isThrownBy(() -> KafkaServer.prepare(settings))
                    .withMessage("Porta " + port + " untuk Kafka sudah dipakai program lain: hentikan program itu, "
                            + "atau pilih porta lain lewat semai.embedded.kafka-port.");
        }
    }

    private KafkaServer started(DataFolder folder, String host) {
        KafkaServer kafka =
                new KafkaServer(new EmbeddedSettings(true, directory, 0, DataSize.ofMegabytes(128), 0, host), folder);
        kafka.begin();
        kafka.start();
        return kafka;
    }

    private static void assertThatNothingIsErased(KafkaServer kafka) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "innovations");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            var settings = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
            assertThat(settings.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(settings.get("flush.messages").value()).isEqualTo("1");
        }
    }

    private static Optional<String> addressInTheNetwork() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
