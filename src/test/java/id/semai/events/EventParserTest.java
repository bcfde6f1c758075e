package id.semai.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.dashboard.Happening;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventParserTest {

    private static final String ID = "808d9692-e801-11f1-82c8-02fc00000001";

    private final EventParser parser = new EventParser();

    @Test
    void aRecordedInnovationIsReadToItsEnd() {
        List<Told> all = Wire.sample().stream().map(Wire::told).toList();

        assertThat(all).extracting(Told::sequence).startsWith(1, 2, 3).endsWith(33);
        assertThat(all.get(1).at())
                .isEqualTo(Instant.parse("2026-11-24T12:20:57.511Z").toEpochMilli());
        assertThat(all.get(1).text("stage")).isEqualTo("commitment");
        assertThat(all.get(1).time("dueAt"))
                .isEqualTo(Instant.parse("2026-12-08T15:59:59Z").toEpochMilli());
        assertThat(all.get(32).text("outcome")).isEqualTo("adopted");
        assertThat(all.get(32).data()).containsEntry("quantityAfter", 125).doesNotContainKey("enteredAt");
    }

    static Stream<Path> validExamples() {
        return Wire.examples(".valid.json");
    }

    @ParameterizedTest
    @MethodSource("validExamples")
    void eachValidExampleOfTheContractIsAnEvent(Path example) throws Exception {
        String key = Wire.json(example).path("subject").asText();

        assertThat(parser.parse(key, Files.readAllBytes(example)).subject()).isEqualTo(key);
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("no value at all", ID, null, "tanpa isi"),
                Arguments.of("no JSON", ID, bytes("hello"), "bukan JSON yang utuh"),
                Arguments.of("an empty value", ID, bytes(""), "bukan objek JSON"),
                Arguments.of("a list", ID, bytes("[]"), "bukan objek JSON"),
                Arguments.of("half an event", ID, bytes(Wire.started(ID).substring(0, 300)), "bukan JSON yang utuh"),
                Arguments.of("two events", ID, bytes(Wire.started(ID) + Wire.started(ID)), "ada sesuatu di belakang"),
                Arguments.of("no text at all", ID, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, "bukan JSON"),
                Arguments.of("nested without end", ID, bytes("{\"x\":" + "[".repeat(5_000)), "bukan JSON yang utuh"),
                Arguments.of("no key", null, bytes(Wire.started(ID)), "kunci rekaman"),
                Arguments.of("another's key", "other", bytes(Wire.started(ID)), "kunci rekaman"),
                changed("no CloudEvent", event -> event.remove("specversion"), "tanpa «specversion»"),
                changed("no type", event -> event.remove("type"), "tanpa «type»"),
                changed("no subject", event -> event.remove("subject"), "tanpa «subject»"),
                changed("no sequence", event -> event.remove("sequence"), "tanpa «sequence»"),
                changed("sequence 0", event -> event.put("sequence", "0000000000"), "bukan nomor urut"),
                changed("a huge sequence", event -> event.put("sequence", "9999999999"), "bukan nomor urut"),
                changed("two sequences", event -> Wire.data(event).put("sequence", 7), "nomor urut dalam «data»"),
                changed("no time", event -> event.put("time", "kemarin"), "«time» bukan waktu"),
                changed("no data", event -> event.remove("data"), "tanpa «data»"),
                changed("data in a text", event -> event.put("data", "{}"), "tanpa «data»"),
                changed("no unit", event -> Wire.data(event).remove("unit"), "tanpa «unit»"),
                changed("a stage that is a number", event -> Wire.data(event).put("stage", 7), "tanpa «stage»"),
                changed("no visit", event -> Wire.data(event).put("visit", 1.5), "tanpa «visit»"),
                changed("no deadline", event -> Wire.data(event).put("dueAt", "2026-13-01"), "«dueAt» bukan waktu"),
                changed(
                        "another innovation",
                        event -> Wire.data(event).put("innovationId", "other"),
                        "«innovationId» bukan «subject»"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void whatIsNoEventIsRefusedWithAReason(String what, String key, byte[] value, String reason) {
        assertThatThrownBy(() -> parser.parse(key, value))
                .isInstanceOf(NoEvent.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsNotKnownIsReadOver() {
        String event = Wire.of("stage-entered", ID, 2, any -> {
            any.put("later", 1).putObject("extension").putArray("deep").add(1);
            Wire.data(any).put("stranger", true).putObject("nested").put("stage", "wrong");
        });

        assertThat(Wire.told(event).text("stage"))
                .isEqualTo(Wire.told(Wire.of("stage-entered", ID, 2)).text("stage"));
    }

    @Test
    void ofATypeThatIsNotKnownNothingIsAsked() {
        String event = Wire.of("stage-entered", ID, 2, any -> {
            any.put("type", "id.semai.stage.entered.v2");
            any.putObject("data").put("stage", 7).put("dueAt", "soon");
        });

        Told told = Wire.told(event);
        assertThat(told.what()).isEqualTo(Happening.OTHER);
        assertThat(told.text("stage")).isNull();
    }

    @Test
    void equalTextsAreOneObject() {
        Told one = parser.parse(ID, bytes(Wire.entered(ID, 2, "lab", 1)));
        Told two = parser.parse(ID, bytes(Wire.entered(ID, 3, "lab", 2)));

        assertThat(one.text("stage")).isSameAs(two.text("stage"));
        assertThat(one.type()).isSameAs(two.type());
    }

    private static Arguments changed(String what, Consumer<ObjectNode> change, String reason) {
        return Arguments.of(what, ID, bytes(Wire.of("stage-entered", ID, 2, change)), reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
