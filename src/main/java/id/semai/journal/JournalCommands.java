package id.semai.journal;

import id.semai.terminal.CommandFailure;
import id.semai.terminal.CommandLine;
import id.semai.terminal.QuietStart;
import id.semai.terminal.Terminal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * What operators may ask of the journal from a terminal, while the application runs or not: a process of its own, with
 * the application's settings but without its engine, its web pages and its servers.
 */
public final class JournalCommands {

    static final int DONE = 0;
    static final int FOUND_DAMAGE = 1;
    static final int FAILED = Terminal.FAILED;

    private static final String USAGE =
            """
            java -jar semai.jar                 menjalankan Semai
            java -jar semai.jar check …         memeriksa model sebelum dipakai
            java -jar semai.jar replay …        menerbitkan ulang jurnal ke topik lain
            java -jar semai.jar reconcile …     membandingkan topik dengan jurnal
            java -jar semai.jar dashboard …     membangun ulang dasbor dari topik
            java -jar semai.jar simulate …      mengisi folder baru dengan inovasi buatan untuk dilihat
            Tambahkan --help di belakang perintah untuk melihat pilihannya.
            """;

    private static final String SETTINGS_USAGE =
            """

            Pengaturan Semai lain (--semai.embedded.kafka-port=…, --spring.datasource.url=… dan seterusnya) dan variabel
            lingkungannya berlaku seperti saat menjalankan Semai.
            """;

    private static final String REPLAY_USAGE =
            """
            java -jar semai.jar replay --to <topik> [pilihan]

            Menerbitkan peristiwa inovasi dan rilis model dalam jurnal sekali lagi: id, nomor urut, isi dan kunci yang sama,
            menurut waktu kejadian. Boleh dijalankan selagi Semai bekerja; topik Semai sendiri tidak pernah disentuh.

              --to <topik>           topik tujuan; dibuat bila belum ada
              --states-to <topik>    keadaan terakhir tiap inovasi (model tidak) ke topik compact ini; boleh tanpa --to
              --since <waktu>        mulai saat ini: 2026-11-24, 2026-11-24T08:00 (jam komputer ini), atau dengan +08:00
              --innovation <id>      hanya inovasi ini, tanpa rilis model; boleh diulang
              --append               tambahkan ke topik yang sudah berisi

            Kode keluar: 0 selesai; 2 ditolak atau terputus, dengan satu kalimat penjelasan.
            """
                    + SETTINGS_USAGE;

    private static final String RECONCILE_USAGE =
            """
            java -jar semai.jar reconcile [--topic <topik>]

            Membaca topik-topik Semai seperti pembaca read_committed dan membandingkannya dengan jurnal: apa yang hilang,
            berulang, terbalik, berubah, asing, usang atau terhapus, juga rilis model. Boleh dijalankan selagi Semai bekerja;
            peristiwa yang masih menunggu Kafka dihitung, bukan dianggap hilang.

              --topic <topik>        periksa salinan penuh hasil replay ini saja

            Kode keluar: 0 semuanya cocok; 1 ada yang tidak cocok; 2 tidak dapat memeriksa.
            """
                    + SETTINGS_USAGE;

    private JournalCommands() {}

    /** Whether these arguments name a command, perhaps one that does not exist; options alone belong to the application. */
    public static boolean meant(String[] arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || isHelp(arguments[0]));
    }

    /**
     * Runs the command to its end and returns the exit code of the process; failures are told in one sentence.
     *
     * @param servers configuration that says where the servers are if Spring's properties do not
     */
    public static int run(String[] arguments, Class<?> servers) {
        return Terminal.run(terminal -> run(arguments, servers, terminal));
    }

    private static int run(String[] arguments, Class<?> servers, Terminal terminal) {
        List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
        if (isHelp(arguments[0])) {
            return tell(USAGE, terminal);
        }
        return switch (arguments[0]) {
            case "replay" -> replay(CommandLine.parse(words, ReplayOrder.VALUES, ReplayOrder.FLAGS), servers, terminal);
            case "reconcile" ->
                reconcile(CommandLine.parse(words, Reconciliation.VALUES, Reconciliation.FLAGS), servers, terminal);
            default ->
                throw new CommandFailure("Perintah «" + arguments[0]
                        + "» tidak dikenal; yang ada: check, replay, reconcile, dashboard, dan simulate.");
        };
    }

    private static int replay(CommandLine line, Class<?> servers, Terminal terminal) {
        if (line.has("help")) {
            return tell(REPLAY_USAGE, terminal);
        }
        return QuietStart.with(
                line.settings(),
                context -> {
                    ReplayOrder order = ReplayOrder.of(
                            line, context.getBean(JournalSettings.class).topics());
                    requireServers(context);
                    return context.getBean(Replay.class).run(order, terminal);
                },
                Wiring.class,
                servers);
    }

    private static int reconcile(CommandLine line, Class<?> servers, Terminal terminal) {
        if (line.has("help")) {
            return tell(RECONCILE_USAGE, terminal);
        }
        return QuietStart.with(
                line.settings(),
                context -> {
                    requireServers(context);
                    return context.getBean(Reconciliation.class).run(line.one("topic"), terminal);
                },
                Wiring.class,
                servers);
    }

    private static void requireServers(ApplicationContext context) {
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            context.getBean(KafkaConnection.class).requireReachable();
        } catch (SQLException refusal) {
            throw new CommandFailure(
                    "PostgreSQL di "
                            + context.getBean(JdbcConnectionDetails.class).getJdbcUrl()
                            + " tidak dapat dihubungi: jalankan Semai dahulu (server bawaannya hidup bersama Semai), atau"
                            + " periksa semai.embedded.postgres-port dan spring.datasource.url.",
                    refusal);
        } catch (KafkaException refusal) {
            throw new CommandFailure(
                    "Kafka di " + context.getBean(KafkaConnection.class).brokers()
                            + " tidak dapat dihubungi: jalankan Semai dahulu (server bawaannya hidup bersama Semai), atau"
                            + " periksa semai.embedded.kafka-port dan spring.kafka.bootstrap-servers.",
                    refusal);
        }
    }

    private static int tell(String usage, Terminal terminal) {
        terminal.results().print(usage);
        return DONE;
    }

    private static boolean isHelp(String word) {
        return List.of("--help", "-h", "help").contains(word);
    }

    /** Not annotated as a configuration, or the application would find it. */
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        KafkaAutoConfiguration.class,
        SslAutoConfiguration.class
    })
    @EnableConfigurationProperties(JournalSettings.class)
    @Import({KafkaConnection.class, Replay.class, Reconciliation.class})
    static class Wiring {}
}
