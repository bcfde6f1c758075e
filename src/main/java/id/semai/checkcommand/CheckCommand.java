package id.semai.checkcommand;

import id.semai.check.ModelCheck;
import id.semai.engine.ModelLanguage;
import id.semai.people.RoleIds;
import id.semai.rulebook.Finding;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code java -jar semai.jar check}: the check from a terminal, with the application's settings and without its servers. */
public final class CheckCommand {

    static final int SOUND = 0;
    static final int WRONG = 1;
    static final int FAILED = 2;

    private static final String USAGE =
            """
            java -jar semai.jar check <folder atau berkas> … [pilihan]

            Memeriksa proses, tabel keputusan, dan formulir tanpa basis data dan tanpa Kafka; tidak ada isi berkas yang
            dijalankan. Satu baris untuk setiap temuan: berkas, baris, aturan, elemen, dan cara memperbaikinya. Sebuah berkas
            diperiksa bersama folder tempatnya berada, tetapi hanya temuan berkas itu yang ditampilkan.

              --lang en              kalimat dalam bahasa Inggris
              --format json          sebagai JSON
              --rules                semua aturan, masing-masing dengan contoh yang salah dan yang benar

            Kode keluar: 0 tidak ada kesalahan; 1 ada; 2 tidak dapat memeriksa.

            Pengaturan Semai (--semai.people.file=…, --semai.durations.lab.due=… dan seterusnya) dan variabel lingkungannya
            berlaku seperti saat menjalankan Semai.
            """;

    private final PrintStream results;
    private final PrintStream remarks;

    CheckCommand(PrintStream results, PrintStream remarks) {
        this.results = results;
        this.remarks = remarks;
    }

    /** Runs the command to its end and returns the exit code of the process. */
    public static int run(String[] arguments) {
        LoggingSystem.get(CheckCommand.class.getClassLoader()).beforeInitialize();
        return new CheckCommand(utf8(FileDescriptor.out), utf8(FileDescriptor.err))
                .run(Arrays.asList(arguments).subList(1, arguments.length));
    }

    int run(List<String> words) {
        try {
            CheckOrder order = CheckOrder.parse(words);
            if (order.help()) {
                results.print(USAGE);
                return SOUND;
            }
            if (order.rules()) {
                results.print(RulesPage.in(order.language()));
                return SOUND;
            }
            return check(order);
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            remarks.println(refused.getMessage());
        } catch (RuntimeException failure) {
            remarks.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
        return FAILED;
    }

    private int check(CheckOrder order) {
        if (order.paths().isEmpty()) {
            throw new IllegalArgumentException("Folder atau berkas mana? Tambahkan --help untuk melihat pilihannya.");
        }
        Thread parsers = new Thread(ModelCheck::prepareDecisions, "parsers");
        parsers.start();
        ConfigurableEnvironment settings = settings(order.settings());
        ModelCheck check = new ModelCheck(ModelLanguage.of(settings), RoleIds.of(settings));
        ModelCheck.prepareProcesses();
        await(parsers);
        List<CheckedFolder> folders = CheckedFolder.of(order.paths());
        List<Finding> findings = folders.stream()
                .flatMap(folder -> folder.findings(check, order.language()))
                .toList();
        Printout.lines(findings, order.json()).forEach(results::println);
        remarks.println(
                Printout.summary(folders.stream().mapToInt(CheckedFolder::size).sum(), findings, order.language()));
        return findings.stream().anyMatch(Finding::isError) ? WRONG : SOUND;
    }

    private static void await(Thread parsers) {
        try {
            parsers.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Pemeriksaan dihentikan.", stopped);
        }
    }

    private static ConfigurableEnvironment settings(List<String> given) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(given.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        return settings;
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
