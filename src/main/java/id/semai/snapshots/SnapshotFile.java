package id.semai.snapshots;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.Step;
import id.semai.fold.Snapshot;
import id.semai.fold.Snapshot.Name;
import id.semai.fold.Snapshot.Tally;
import id.semai.fold.Snapshot.TopicMark;
import id.semai.fold.Snapshot.UnitAt;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A snapshot on disk: JSON within gzip, whose checksum covers all of it. It is written beside the one before and takes its
 * place in one step, so that whoever is killed meanwhile leaves a whole one.
 *
 * <p>First the head, then one array for each innovation, then their number. A text is written once; where it comes again
 * its place among the texts so far stands for it.
 */
class SnapshotFile {

    static final int VERSION = 1;

    private static final String FORMAT = "semai-dashboard";
    private static final int BUFFER = 65_536;
    private static final ObjectMapper JSON = new ObjectMapper(
                    new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET))
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Path path;

    SnapshotFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    void write(Snapshot snapshot) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try (FileChannel file = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
            GZIPOutputStream packed = new QuickGzip(buffered);
            try (JsonGenerator json = JSON.createGenerator(packed)) {
                write(snapshot, json);
            }
            packed.finish();
            buffered.flush();
            file.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IOException if it is damaged, or was written by something else */
    Snapshot read() throws IOException {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(path), BUFFER);
                InputStream plain = new GZIPInputStream(packed, BUFFER);
                JsonParser json = JSON.createParser(plain)) {
            return read(json);
        } catch (RuntimeException damage) {
            throw new IOException(damage.toString(), damage);
        }
    }

    private static void write(Snapshot snapshot, JsonGenerator json) throws IOException {
        json.writeObject(new Head(
                FORMAT,
                VERSION,
                snapshot.topics(),
                snapshot.tally(),
                snapshot.units(),
                snapshot.models(),
                snapshot.names()));
        Writing writing = new Writing(json, new HashMap<>());
        for (Journey journey : snapshot.journeys()) {
            writing.journey(journey);
        }
        json.writeNumber(snapshot.journeys().size());
    }

    private static Snapshot read(JsonParser json) throws IOException {
        json.nextToken();
        Head head = json.readValueAs(Head.class);
        if (!FORMAT.equals(head.format) || head.version != VERSION) {
            throw new IOException("format %s, version %d".formatted(head.format, head.version));
        }
        List<Journey> journeys = new ArrayList<>();
        Reading reading = new Reading(json, new ArrayList<>());
        while (json.nextToken() == JsonToken.START_ARRAY) {
            journeys.add(reading.journey());
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || json.getIntValue() != journeys.size()) {
            throw new IOException("not all innovations are there");
        }
        // The checksum stands at the end, and is compared there.
        if (json.nextToken() != null) {
            throw new IOException("something follows the innovations");
        }
        return new Snapshot(head.topics, head.tally, head.units, head.models, head.names, journeys);
    }

    private record Head(
            String format,
            int version,
            Map<String, TopicMark> topics,
            Tally tally,
            List<UnitAt> units,
            List<ModelFacts> models,
            Map<String, Map<String, Name>> names) {}

    private record Writing(JsonGenerator json, Map<String, Integer> places) {

        void journey(Journey journey) throws IOException {
            json.writeStartArray();
            json.writeString(journey.id());
            json.writeString(journey.title());
            json.writeBoolean(journey.titleProvisional());
            text(journey.government());
            text(journey.unit());
            text(journey.workshopId());
            json.writeNumber(journey.cycleYear());
            text(journey.kind());
            json.writeBoolean(journey.whole());
            json.writeObject(journey.results());
            for (Step step : journey.steps()) {
                step(step);
            }
            json.writeEndArray();
        }

        private void step(Step step) throws IOException {
            json.writeNumber(step.sequence());
            text(step.type());
            json.writeNumber(step.at());
            text(step.stage());
            json.writeNumber(step.visit());
            json.writeNumber(step.dueAt());
            text(step.outcome());
            text(step.reason());
            text(step.processKey());
            json.writeNumber(step.processVersion());
        }

        private void text(String text) throws IOException {
            Integer place = text == null ? null : places.putIfAbsent(text, places.size());
            if (place != null) {
                json.writeNumber(place);
            } else {
                json.writeString(text);
            }
        }
    }

    private record Reading(JsonParser json, List<String> texts) {

        /** From behind the start of its array. */
        Journey journey() throws IOException {
            String id = json.nextTextValue();
            String title = json.nextTextValue();
            boolean titleProvisional = json.nextBooleanValue();
            String government = text();
            String unit = text();
            String workshop = text();
            int year = json.nextIntValue(0);
            String kind = text();
            boolean whole = json.nextBooleanValue();
            json.nextToken();
            Map<String, Object> results = Map.copyOf(json.readValueAs(FACTS));
            List<Step> steps = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                steps.add(step());
            }
            return new Journey(
                    id,
                    title,
                    titleProvisional,
                    government,
                    unit,
                    workshop,
                    year,
                    kind,
                    List.copyOf(steps),
                    results,
                    whole);
        }

        /** From its first number on, which has been read. */
        private Step step() throws IOException {
            int sequence = json.getIntValue();
            String type = text();
            return new Step(
                    sequence,
                    Happening.of(type),
                    type,
                    json.nextLongValue(0),
                    text(),
                    json.nextIntValue(0),
                    json.nextLongValue(0),
                    text(),
                    text(),
                    text(),
                    json.nextIntValue(0));
        }

        private String text() throws IOException {
            return switch (json.nextToken()) {
                case VALUE_NULL -> null;
                case VALUE_NUMBER_INT -> texts.get(json.getIntValue());
                case VALUE_STRING -> {
                    texts.add(json.getText());
                    yield texts.get(texts.size() - 1);
                }
                default -> throw new IOException("a text is missing");
            };
        }
    }

    /** It is written often and read seldom. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
