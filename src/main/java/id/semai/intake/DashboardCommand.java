package id.semai.intake;

import id.semai.terminal.CommandFailure;
import id.semai.terminal.CommandLine;
import id.semai.terminal.QuietStart;
import id.semai.terminal.Terminal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** What operators may ask of the dashboard from a terminal; it needs Kafka and nothing else. */
public final class DashboardCommand {

    private static final Set<String> FLAGS = Set.of("rebuild", "help");

    private static final String USAGE =
            """
            java -jar semai.jar dashboard --rebuild

            Membaca topik-topik Semai dari awal dan menulis potret dasbor yang baru; Semai berikutnya melanjutkan dari situ.
            Hanya Kafka yang diperlukan. Semai yang memakai folder dasbor yang sama harus berhenti dahulu. Kafka bawaan hidup
            bersama Semai: di sana cukup hapus isi folder dasbor selagi Semai berhenti, maka semuanya dibaca lagi.

            Kode keluar: 0 selesai; 2 ditolak atau terputus, dengan satu kalimat penjelasan.

            Pengaturan Semai lain (--semai.embedded.kafka-port=…, --spring.kafka.bootstrap-servers=… dan seterusnya) dan
            variabel lingkungannya berlaku seperti saat menjalankan Semai.
            """;

    private DashboardCommand() {}

    public static boolean meant(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("dashboard");
    }

    /**
     * Runs the command to its end and returns the exit code of the process.
     *
     * @param servers configuration that says where Kafka is if Spring's properties do not
     */
    public static int run(String[] arguments, Class<?> servers) {
        return Terminal.run(terminal -> run(Arrays.asList(arguments), servers, terminal));
    }

    private static int run(List<String> arguments, Class<?> servers, Terminal terminal) {
        CommandLine line = CommandLine.parse(arguments.subList(1, arguments.size()), Set.of(), FLAGS);
        if (line.has("help")) {
            terminal.results().print(USAGE);
            return 0;
        }
        if (!line.has("rebuild")) {
            throw new CommandFailure("Sebutkan apa yang harus dikerjakan: dashboard --rebuild.");
        }
        return QuietStart.with(line.settings(), context -> rebuild(context, terminal), Wiring.class, servers);
    }

    private static int rebuild(ApplicationContext context, Terminal terminal) {
        context.getBean(Rebuild.class).run(terminal);
        return 0;
    }

    /** Not annotated as a configuration, or the application would find it. */
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        KafkaAutoConfiguration.class,
        SslAutoConfiguration.class
    })
    @EnableConfigurationProperties(DashboardSettings.class)
    static class Wiring {

        @Bean
        Rebuild rebuild(
                KafkaProperties properties,
                KafkaConnectionDetails details,
                ObjectProvider<SslBundles> bundles,
                DashboardSettings settings) {
            return new Rebuild(new KafkaAccess(properties, details, bundles), settings, Clock.systemUTC());
        }
    }
}
