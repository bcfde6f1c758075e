package id.semai.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.semai.figures.Figures.Heat;
import id.semai.figures.Figures.HeatMap;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HeatTest {

    static final String JOURNEY = diagram(
            """
            <bpmn:callActivity id="Call_Lab" name="Laboratorium" calledElement="lab-work">%s</bpmn:callActivity>
            <bpmn:callActivity id="Call_Again" name="Sekali lagi" calledElement="lab-work" />
            <bpmn:callActivity id="Call_Elsewhere" calledElement="elsewhere" />
            <bpmn:userTask id="Task_Plain" />
            """
                    .formatted(stage("lab")));

    static final String LAB = diagram(
            """
            <bpmn:subProcess id="Sub_Design">%s<bpmn:userTask id="Task" /></bpmn:subProcess>
            <bpmn:subProcess id="Sub_Deliver">%s</bpmn:subProcess>
            """
                    .formatted(stage("lab.design"), stage("lab.deliver")));

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void anElementIsColouredByTheStageItStandsFor() {
        PlainBoard board = board().model("lab-work", LAB);

        assertThat(maps(board).get(0).elements())
                .contains(
                        new Heat("Sub_Design", "lab.design", "stage:LAB.DESIGN", 1, 1, 2, null),
                        new Heat("Sub_Deliver", "lab.deliver", "stage:LAB.DELIVER", 1, 0, 1, null));
    }

    @Test
    void aCallLeadsToTheDiagramOfWhatItCallsAndCountsItsStagesIfItIsNoneItself() {
        PlainBoard board = board().model("lab-work", LAB).model("journey", JOURNEY);

        HeatMap journey = maps(board).stream()
                .filter(map -> map.process().equals("journey"))
                .findFirst()
                .orElseThrow();
        assertThat(journey)
                .isEqualTo(new HeatMap(
                        "journey",
                        "Proses journey",
                        3,
                        List.of(
                                new Heat("Call_Lab", "lab", "stage:LAB", 1, 0, 1, "lab-work"),
                                new Heat("Call_Again", null, "Sekali lagi", 1, 1, 3, "lab-work"))));
    }

    @Test
    void theRealModelsAreFoundWithTheJourneyFirstAndTheWorkshopLeftOut() throws IOException {
        PlainBoard board = board();
        for (String process :
                List.of("action-plan", "commitment", "innovation-journey", "lab-development", "rollout", "workshop")) {
            board.model(process, Files.readString(Path.of("processes", process + ".bpmn")));
        }

        assertThat(maps(board))
                .extracting(HeatMap::process)
                .containsExactly("innovation-journey", "action-plan", "lab-development", "rollout");
        assertThat(maps(board).get(0).elements())
                .extracting(Heat::element, Heat::stage, Heat::called)
                .containsExactlyInAnyOrder(
                        tuple("Call_Commitment", "commitment", null),
                        tuple("Call_ActionPlan", "action-plan", "action-plan"),
                        tuple("Call_Lab", "lab", "lab-development"),
                        tuple("Call_Rollout", "rollout", "rollout"));
    }

    @Test
    void processesThatCallEachOtherAreNoEndlessRound() {
        String called = diagram("<bpmn:callActivity id=\"Call_Back\" calledElement=\"journey\" />"
                + "<bpmn:callActivity id=\"Call_Itself\" calledElement=\"lab-work\" />");
        PlainBoard board = board().model("lab-work", called).model("journey", JOURNEY);

        assertThat(maps(board)).extracting(HeatMap::process).containsExactly("journey", "lab-work");
        assertThat(maps(board).get(1).elements())
                .extracting(Heat::element, Heat::now, Heat::visits)
                .containsExactly(tuple("Call_Back", 1, 1), tuple("Call_Itself", 1, 1));
    }

    @Test
    void aDiagramIsDataAndFetchesNothing(@TempDir Path folder) throws IOException {
        Path secret = secret(folder);
        String hostile = fetching(secret);

        assertThat(maps(board().model("lab-work", hostile))).isEmpty();
        String inside = hostile.replace("SYSTEM \"" + secret.toUri() + "\"", "\"lab.design\"");
        assertThat(inside).contains("<!ENTITY e \"lab.design\">");
        assertThat(maps(board().model("lab-work", inside))).isEmpty();
        assertThat(maps(board().model("lab-work", "no diagram at all"))).isEmpty();
        assertThat(maps(board().model("lab-work", null))).isEmpty();
    }

    /** What is kept away above does happen where nobody keeps it away. */
    @Test
    void anOrdinaryParserWouldFetchIt(@TempDir Path folder) throws Exception {
        Document read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(fetching(secret(folder)))));

        assertThat(read.getDocumentElement().getTextContent()).contains("lab.design");
    }

    private static Path secret(Path folder) throws IOException {
        return Files.writeString(folder.resolve("secret"), "lab.design");
    }

    private static String fetching(Path secret) {
        String entity = "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        String hostile = LAB.replace("<bpmn:definitions", entity + "<bpmn:definitions")
                .replace("</bpmn:process>", "<bpmn:documentation>&e;</bpmn:documentation></bpmn:process>");
        assertThat(hostile).contains("&e;").contains("<!DOCTYPE");
        return hostile;
    }

    @Test
    void aNewReleaseIsReadAnew() {
        Reckoning reckoning = new Reckoning();
        PlainBoard board = board().model("lab-work", LAB);
        reckoning.figures(board, Filter.ALL, NOW, ZoneOffset.UTC);
        board.model("lab-work", LAB.replace("Sub_Design", "Sub_Renamed"));

        assertThat(reckoning
                        .figures(board, Filter.ALL, NOW, ZoneOffset.UTC)
                        .heat()
                        .get(0)
                        .elements())
                .extracting(Heat::element)
                .contains("Sub_Renamed")
                .doesNotContain("Sub_Design");
    }

    private static PlainBoard board() {
        return new PlainBoard()
                .with(Tale.of("i1", "u", "2026-01-01")
                        .enters("lab", "2026-01-02")
                        .enters("lab.design", "2026-01-02")
                        .completes("lab.design", "2026-01-05", "returned")
                        .enters("lab.design", 2, "2026-01-05", "2026-01-06")
                        .enters("lab.deliver", "2026-01-07"));
    }

    private static List<HeatMap> maps(PlainBoard board) {
        return new Reckoning().figures(board, Filter.ALL, NOW, ZoneOffset.UTC).heat();
    }

    private static String stage(String code) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"due\" value=\"P1D\" />"
                + "<camunda:property name=\"stage\" value=\"" + code
                + "\" /></camunda:properties></bpmn:extensionElements>";
    }

    private static String diagram(String elements) {
        return "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><bpmn:process id=\"p\">" + elements
                + "</bpmn:process></bpmn:definitions>";
    }
}
