package id.semai.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people deploy is checked like the folder, before the engine looks at it. */
@EndToEnd
class DeploymentCheckTest {

    private static final String FILE = "uji-pemeriksaan.bpmn";

    @Autowired
    Office office;

    @Autowired
    RepositoryService repository;

    private long before;

    @BeforeEach
    void count() {
        before = repository.createDeploymentQuery().count();
    }

    @AfterEach
    void tidy() {
        repository.createDeploymentQuery().deploymentName(FILE).list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void aSoundModelMayCallWhatIsDeployedAlready(String root) {
        Answer answer = at(root).deploy(FILE, model("commitment"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void whatIsWrongIsSaidInSentencesWithFileLineAndElement(String root) {
        Answer answer = at(root).deploy(FILE, model("tidak-ada").replace(" name=\"Selesai\"", ""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.message().lines())
                .hasSize(2)
                .anyMatch(line -> line.matches(FILE + ":\\d+ Call_Uji: Proses «tidak-ada» yang dipanggil tidak ada.*"))
                .anyMatch(line -> line.matches(FILE + ":\\d+ End_Uji: Elemen ini belum bernama.*"));
    }

    @Test
    void noMoreThanTwentySentencesAreSaid() {
        String many = model("commitment").replace("<bpmn:process ", "<bpmn:process " + attributes(25));
        Answer answer = office.as("admin").deploy(FILE, many);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message().lines()).hasSize(21).last().isEqualTo("… dan 5 kesalahan lain.");
    }

    @ParameterizedTest
    @CsvSource({
        "halaman.html, Berkas HTML tidak diterima",
        "skrip.js, Berkas HTML tidak diterima",
        "proses.bpmn20.xml, Jenis berkas ini tidak dijalankan",
        "keputusan.dmn11.xml, Jenis berkas ini tidak dijalankan",
        "kasus.cmmn, Jenis berkas ini tidak dijalankan",
        "catatan.txt, Jenis berkas ini tidak dijalankan",
        ".tersembunyi.bpmn, Jenis berkas ini tidak dijalankan",
    })
    void noOtherKindOfFileIsTaken(String file, String sentence) {
        Answer answer = office.as("admin").deploy(file, model("commitment"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.message()).contains(sentence);
    }

    /** The engine would fetch the schema, and with it whatever address a file names. */
    @Test
    void aFileMakesTheServerFetchNothing() {
        String fetching = model("commitment")
                .replace(" targetNamespace", " xsi:schemaLocation=\"urn:x http://127.0.0.1:1/x.xsd\" targetNamespace");
        Answer answer = office.as("admin").deploy(FILE, fetching);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("xsi:schemaLocation");
    }

    private Office.Person at(String root) {
        return root.equals("/engine-rest") ? office.as("admin") : office.inBrowser("admin");
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("x").append(i).append("=\"\" ");
        }
        return attributes.toString();
    }

    /** Start, call, end. */
    private static String model(String called) {
        return text().formatted(called);
    }

    private static String text() {
        try {
            return Files.readString(Path.of("src/test/resources/models/uji-pemeriksaan.bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
