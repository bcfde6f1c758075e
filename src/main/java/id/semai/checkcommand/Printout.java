package id.semai.checkcommand;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.semai.rulebook.Finding;
import id.semai.rulebook.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings as they stand on a terminal, or as a script reads them. */
final class Printout {

    private Printout() {}

    static List<String> lines(List<Finding> findings, boolean json) {
        return json
                ? List.of(json(findings))
                : findings.stream().map(Printout::line).toList();
    }

    static String summary(int files, List<Finding> findings, Language language) {
        long errors = findings.stream().filter(Finding::isError).count();
        return (language == Language.EN
                        ? "%d files checked: %d errors, %d warnings."
                        : "%d berkas diperiksa: %d kesalahan, %d peringatan.")
                .formatted(files, errors, findings.size() - errors);
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
                    .writeValueAsString(findings.stream().map(Printout::shown).toList());
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
}
