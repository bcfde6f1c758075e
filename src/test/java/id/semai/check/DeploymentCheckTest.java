package id.semai.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people deploy is checked like the folder, before the engine looks at it. */
@EndToEnd
class DeploymentCheckTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Office office;

    @Autowired
    RepositoryService repository;

    /** Another each time: what was released once is not released again. */
    private final String process = "uji-pemeriksaan-" + COUNT.incrementAndGet();

    private final String file = process + ".bpmn";
    private long before;

    @BeforeEach
    void count() {
        before = repository.createDeploymentQuery().count();
    }

    @AfterEach
    void tidy() {
        repository.createDeploymentQuery().deploymentName(process).list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void aSoundModelMayCallWhatIsDeployedAlready(String root) {
        Answer answer = at(root).deploy(file, model("commitment"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void whatIsWrongIsSaidInSentencesWithFileLineAndElement(String root) {
        Answer answer = at(root).deploy(file, model("tidak-ada").replace(" name=\"Selesai\"", ""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.message().lines())
                .hasSize(2)
                .anyMatch(line -> line.matches(file + ":\\d+ Call_Uji: Proses «tidak-ada» yang dipanggil tidak ada.*"))
                .anyMatch(line -> line.matches(file + ":\\d+ End_Uji: Elemen ini belum bernama.*"));
    }

    @Test
    void noMoreThanTwentySentencesAreSaid() {
        String many = model("commitment").replace("<bpmn:process ", "<bpmn:process " + attributes(25));
        Answer answer = office.as("admin").deploy(file, many);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message().lines()).hasSize(21).last().isEqualTo("… dan 5 kesalahan lain.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "halaman.html",
                "skrip.js",
                "proses.bpmn20.xml",
                "keputusan.dmn11.xml",
                "kasus.cmmn",
                "catatan.txt",
                ".tersembunyi.bpmn"
            })
    void noOtherKindOfFileIsTaken(String other) {
        Answer answer = office.as("admin").deploy(other, model("commitment"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.message())
                .contains("pakai huruf, angka, titik, tanda hubung, dan akhiran .bpmn, .dmn, atau .form");
    }

    /** The engine would fetch the schema, and with it whatever address a file names. */
    @Test
    void aFileMakesTheServerFetchNothing() {
        String fetching = model("commitment")
                .replace(" targetNamespace", " xsi:schemaLocation=\"urn:x http://127.0.0.1:1/x.xsd\" targetNamespace");
        Answer answer = office.as("admin").deploy(file, fetching);
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
    private String model(String called) {
        return text().formatted(called).replace("\"uji-pemeriksaan\"", "\"" + process + "\"");
    }

    private static String text() {
        try {
            return Files.readString(Path.of("src/test/resources/models/uji-pemeriksaan.bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
