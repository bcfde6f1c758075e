package id.semai.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.semai.engine.ModelLanguage;
import id.semai.people.RoleIds;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        Thread parsers = new Thread(DecisionRules::prepare, "parsers");
        parsers.start();
        ConfigurableEnvironment settings = settings(order.settings());
        ModelCheck check = new ModelCheck(ModelLanguage.of(settings), RoleIds.of(settings));
        BpmnSchema.prepare();
        await(parsers);
        List<Finding> findings = new ArrayList<>();
        int files = 0;
        for (Map.Entry<Path, List<Path>> place : places(order.paths()).entrySet()) {
            Map<String, byte[]> around = files(place.getKey());
            Map<String, byte[]> judged = judged(place.getKey(), place.getValue(), around);
            files += judged.size();
            check.check(judged, around, order.language()).stream()
                    .map(finding -> under(place.getKey(), finding))
                    .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line))
                    .forEach(findings::add);
        }
        tell(findings, files, order);
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

    /** Folders with the files in them that are asked for; none where the whole folder is. */
    private static Map<Path, List<Path>> places(List<Path> paths) {
        Map<Path, List<Path>> places = new LinkedHashMap<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                places.put(path, List.of());
            } else if (Files.isReadable(path)) {
                Path folder = path.getParent() == null ? Path.of("") : path.getParent();
                List<Path> files = places.computeIfAbsent(folder, first -> new ArrayList<>());
                if (files instanceof ArrayList<Path> some) {
                    some.add(path);
                }
            } else {
                throw new IllegalArgumentException("«" + path + "» tidak ada atau tidak dapat dibaca.");
            }
        }
        return places;
    }

    private static Map<String, byte[]> judged(Path folder, List<Path> files, Map<String, byte[]> all) {
        if (files.isEmpty()) {
            return all;
        }
        Map<String, byte[]> judged = new TreeMap<>();
        files.forEach(file -> judged.put(file.getFileName().toString(), content(file)));
        return judged;
    }

    private static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, 8)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !("/" + name(folder, file)).contains("/."))
                    .forEach(file -> files.put(name(folder, file), content(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("«" + folder + "» tidak dapat dibaca.", e);
        }
        return files;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** No more than what is known to be too much. */
    private static byte[] content(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(XmlReader.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("«" + file + "» tidak dapat dibaca.", e);
        }
    }

    private static Finding under(Path folder, Finding finding) {
        String file = folder.resolve(finding.file()).toString().replace('\\', '/');
        return new Finding(
                file,
                finding.line(),
                finding.severity(),
                finding.rule(),
                finding.element(),
                finding.name(),
                finding.message());
    }

    private void tell(List<Finding> findings, int files, CheckOrder order) {
        if (order.json()) {
            results.println(json(findings));
        } else {
            findings.forEach(finding -> results.println(line(finding)));
        }
        long errors = findings.stream().filter(Finding::isError).count();
        remarks.println(Words.summary(files, errors, findings.size() - errors, order.language()));
    }

    private static String line(Finding finding) {
        String element = finding.element() == null ? "" : finding.element() + " ";
        String name = finding.name() == null ? "" : "«" + finding.name() + "» ";
        return finding.file() + ":" + finding.line() + ": "
                + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.rule() + ": "
                + (element + name).strip() + ((element + name).isEmpty() ? "" : ": ")
                + finding.message();
    }

    private static String json(List<Finding> findings) {
        try {
            return new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(
                            findings.stream().map(CheckCommand::shown).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> shown(Finding finding) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("file", finding.file());
        shown.put("line", finding.line());
        shown.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        shown.put("rule", finding.rule());
        shown.put("element", finding.element());
        shown.put("name", finding.name());
        shown.put("message", finding.message());
        return shown;
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
