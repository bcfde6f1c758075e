package id.semai.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Events as they come over the wire, made from the contract's own examples. */
public final class Wire {

    public static final ObjectMapper JSON = new ObjectMapper();
    public static final Path CONTRACT = Path.of("src/main/resources/contract");
    public static final Instant BEGAN = Instant.parse("2026-11-24T12:00:00Z");

    private Wire() {}

    /** A whole innovation, recorded. */
    public static List<String> sample() {
        try {
            return Files.readAllLines(CONTRACT.resolve("sample.ndjson"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Stream<Path> examples(String ending) {
        try {
            return Files.list(CONTRACT.resolve("examples"))
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static ObjectNode example(String name) {
        return json(CONTRACT.resolve("examples").resolve(name + ".v1.valid.json"));
    }

    public static ObjectNode json(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An event of an innovation, one second after the one before. */
    public static String of(String example, String innovation, int sequence, Consumer<ObjectNode> changes) {
        ObjectNode event = example(example);
        event.put("subject", innovation)
                .put("partitionkey", innovation)
                .put("sequence", "%010d".formatted(sequence))
                .put("time", BEGAN.plusSeconds(sequence).toString());
        data(event).put("innovationId", innovation).put("sequence", sequence);
        changes.accept(event);
        return text(event);
    }

    public static String of(String example, String innovation, int sequence) {
        return of(example, innovation, sequence, event -> {});
    }

    public static String started(String innovation) {
        return of("innovation-started", innovation, 1);
    }

    public static String entered(String innovation, int sequence, String stage, int visit) {
        return of("stage-entered", innovation, sequence, event -> data(event)
                .put("stage", stage)
                .put("visit", visit));
    }

    public static String unit(String code, int sequence, Consumer<ObjectNode> changes) {
        ObjectNode event = example("unit-changed");
        event.put("subject", code).put("partitionkey", code).put("sequence", "%010d".formatted(sequence));
        data(event).put("unit", code).put("sequence", sequence);
        changes.accept(event);
        return text(event);
    }

    public static String model(String process, int sequence, int version) {
        ObjectNode event = example("model-released");
        event.put("subject", "model:" + process)
                .put("partitionkey", "model:" + process)
                .put("sequence", "%010d".formatted(sequence));
        data(event).put("processKey", process).put("sequence", sequence).put("processVersion", version);
        return text(event);
    }

    public static ObjectNode data(ObjectNode event) {
        return (ObjectNode) event.get("data");
    }

    public static String key(String event) {
        try {
            return JSON.readTree(event).path("subject").asText();
        } catch (JsonProcessingException nonsense) {
            throw new UncheckedIOException(nonsense);
        }
    }

    public static Told told(String event) {
        return new EventParser().parse(key(event), event.getBytes(StandardCharsets.UTF_8));
    }

    public static String text(ObjectNode event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
