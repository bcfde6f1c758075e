package id.semai.checkcommand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.rulebook.Broken;
import id.semai.rulebook.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people at a terminal read, and what scripts go by. */
class CheckCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();

    @Test
    void theShippedFolderIsSound() {
        assertThat(run("processes")).isZero();
        assertThat(results()).isEmpty();
        assertThat(remarks()).contains("0 kesalahan, 0 peringatan");
    }

    @Test
    void aFindingIsOneLineWithFileLineRuleElementAndCure() throws IOException {
        unpack(Rule.ROLE_UNKNOWN);
        assertThat(run(folder.toString())).isEqualTo(CheckCommand.WRONG);
        assertThat(results().lines())
                .singleElement()
                .asString()
                .matches("\\Q" + folder + "\\E/contoh\\.bpmn:\\d+: error: role-unknown: Task_Uji «Menguji inovasi»: "
                        + "Peran «inovator» tidak ada di berkas organisasi: pakai salah satu dari .*innovator.*");
    }

    @Test
    void inEnglishToo() throws IOException {
        unpack(Rule.ROLE_UNKNOWN);
        assertThat(run(folder.toString(), "--lang", "en")).isEqualTo(CheckCommand.WRONG);
        assertThat(results()).contains("The role “inovator” is not in the file of people");
    }

    @Test
    void asJson() throws IOException {
        unpack(Rule.ROLE_UNKNOWN);
        assertThat(run("--format=json", folder.toString())).isEqualTo(CheckCommand.WRONG);
        JsonNode finding = new ObjectMapper().readTree(results()).get(0);
        assertThat(finding.path("rule").asText()).isEqualTo("role-unknown");
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("line").asInt()).isPositive();
        assertThat(finding.path("element").asText()).isEqualTo("Task_Uji");
    }

    @Test
    void aFileIsCheckedWithItsFolderAndAlone() throws IOException {
        unpack(Rule.ROLE_UNKNOWN);
        assertThat(run(folder.resolve("contoh-bagian.bpmn").toString())).isZero();
        assertThat(run(folder.resolve("contoh.bpmn").toString())).isEqualTo(CheckCommand.WRONG);
        assertThat(results().lines()).hasSize(1);
    }

    @Test
    void warningsDoNoHarm() throws IOException {
        unpack(Rule.VARIABLE_UNKNOWN);
        assertThat(run(folder.toString())).isZero();
        assertThat(results()).contains(": warning: variable-unknown: ");
    }

    @Test
    void theApplicationsSettingsCount() throws IOException {
        unpack(Rule.DURATION_UNKNOWN);
        assertThat(run(folder.toString())).isEqualTo(CheckCommand.WRONG);
        assertThat(run(folder.toString(), "--semai.durations.lab.tenggat=P3D")).isZero();
    }

    @Test
    void whatCannotBeCheckedIsSaidInOneSentence() {
        assertThat(run("tidak-ada")).isEqualTo(CheckCommand.FAILED);
        assertThat(run("processes", "--bahasa")).isEqualTo(CheckCommand.FAILED);
        assertThat(run("processes", "--lang", "fr")).isEqualTo(CheckCommand.FAILED);
        assertThat(run()).isEqualTo(CheckCommand.FAILED);
        assertThat(run("processes", "--semai.people.file=tidak-ada.yaml")).isEqualTo(CheckCommand.FAILED);
        assertThat(results()).isEmpty();
        assertThat(remarks())
                .contains("«tidak-ada» tidak ada atau tidak dapat dibaca.")
                .contains("«--bahasa» tidak dikenal")
                .contains("--lang fr tidak dikenal")
                .contains("Folder atau berkas mana?")
                .doesNotContain("\tat ");
    }

    @Test
    void helpAndThePageOfRules() {
        assertThat(run("--help")).isZero();
        assertThat(results()).contains("java -jar semai.jar check <folder atau berkas>");
        assertThat(run("--rules")).isZero();
        assertThat(Rule.values()).allMatch(rule -> results().contains(rule.code() + " ("));
    }

    private void unpack(Rule broken) throws IOException {
        for (var file : Broken.folder(broken).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private int run(String... words) {
        return new CheckCommand(stream(results), stream(remarks)).run(List.of(words));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private String results() {
        return results.toString(StandardCharsets.UTF_8);
    }

    private String remarks() {
        return remarks.toString(StandardCharsets.UTF_8);
    }
}
