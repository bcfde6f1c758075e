package id.semai.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Wraps the facts of an event as a CloudEvent in structured JSON; the only place that knows how one looks. */
final class Envelope {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    static final String STATE_TYPE = "id.semai.innovation.changed.v1";

    private static final String SOURCE = "/semai";
    private static final String TYPE_PREFIX = "id.semai.";
    private static final EventFormat JSON = EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Envelope() {}

    /** @param government code of the local government the event comes from; null for what belongs to all of them */
    static Event seal(
            Stream stream,
            String government,
            String key,
            int sequence,
            String type,
            Instant time,
            String traceparent,
            Map<String, Object> data) {
        UUID id = EventId.at(time);
        return new Event(
                id,
                stream,
                key,
                sequence,
                type,
                time,
                text(id, government, key, sequence, type, time, traceparent, data),
                traceparent);
    }

    /** The value that tells the innovation's state after the event; an event in its own right, with an id of its own. */
    static String sealState(Event event, String government, Map<String, Object> data) {
        return text(
                EventId.ofStateAfter(event.id()),
                government,
                event.key(),
                event.sequence(),
                STATE_TYPE,
                event.occurredAt(),
                event.traceparent(),
                data);
    }

    private static String text(
            UUID id,
            String government,
            String key,
            int sequence,
            String type,
            Instant time,
            String traceparent,
            Map<String, Object> data) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(URI.create(government == null ? SOURCE : SOURCE + "/" + government))
                .withSubject(key)
                .withType(type)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withDataSchema(schema(type))
                .withData("application/json", JsonCloudEventData.wrap(MAPPER.valueToTree(data)))
                .withExtension("partitionkey", key)
                .withExtension("sequence", "%010d".formatted(sequence));
        if (traceparent != null) {
            event.withExtension("traceparent", traceparent);
        }
        return new String(JSON.serialize(event.build()), StandardCharsets.UTF_8);
    }

    /** {@code id.semai.stage.entered.v1} → {@code urn:semai:schema:stage-entered.v1}, the {@code $id} of that schema. */
    private static URI schema(String type) {
        String name = type.substring(TYPE_PREFIX.length());
        int version = name.lastIndexOf('.');
        return URI.create("urn:semai:schema:" + name.substring(0, version).replace('.', '-') + name.substring(version));
    }
}
