package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document says what the application does. */
class AsyncApiTest {

    private static final Path FILE = Contract.PACK.resolve("asyncapi.yaml");

    private final Map<String, Object> document = new Yaml().load(Contract.text(FILE));

    @Test
    void itsTopicsAreThoseTheApplicationCreates() {
        JournalSettings settings =
                Binder.get(new MockEnvironment()).bindOrCreate("semai.journal", JournalSettings.class);
        List<NewTopic> created = new KafkaTopics(settings)
                .topics().stream()
                        .filter(topic -> !topic.name().equals(settings.topics().relay()))
                        .toList();
        List<Map<String, Object>> channels = channels();

        assertThat(created).hasSize(3);
        assertThat(channels)
                .extracting(channel -> channel.get("address"))
                .containsExactlyInAnyOrderElementsOf(
                        created.stream().map(NewTopic::name).toList());
        assertThat(channels)
                .allSatisfy(channel -> assertSame(kafka(channel), of(created, (String) channel.get("address"))));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsReferred() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .filteredOn(reference -> reference.startsWith("#"))
                .isNotEmpty();
        assertThat(references).allSatisfy(this::assertResolves);
        assertThat(references.stream().filter(reference -> reference.startsWith("./")))
                .containsExactlyInAnyOrderElementsOf(Contract.schemas().stream()
                        .map(schema -> "./schemas/" + schema + ".json")
                        .toList());
    }

    @Test
    void eachMessageBearsTheTypeOfItsPayload() {
        Map<String, Map<String, Object>> messages = at(document, "components", "messages");

        assertThat(messages.values()).hasSize(Contract.types().size()).allSatisfy(message -> {
            String schema = (String) ((Map<?, ?>) message.get("payload")).get("$ref");
            assertThat(message.get("name"))
                    .isEqualTo(Contract.json(Contract.PACK.resolve(schema))
                            .at("/properties/type/const")
                            .asText());
            assertThat(Envelope.CONTENT_TYPE).startsWith(message.get("contentType") + ";");
        });
    }

    @Test
    void itsVersionIsTheNewestOfTheChangelog() {
        Map<String, Object> info = at(document, "info");

        assertThat(Contract.text(Contract.PACK.resolve("CHANGELOG.md")).lines())
                .filteredOn(line -> line.startsWith("## "))
                .first()
                .asString()
                .startsWith("## " + info.get("version") + " ");
    }

    @Test
    void theParserOfAsyncApiAcceptsIt() {
        Path folder = NodeFolder.with("@asyncapi/parser@3.6.6");
        Path check = Path.of("src/test/resources/contract/check-asyncapi.cjs").toAbsolutePath();

        Program parser = Program.run(
                folder,
                Map.of(),
                List.of("node", check.toString(), FILE.toAbsolutePath().toString()));

        assertThat(parser.lines()).contains("accepted: " + Contract.types().size() + " messages");
        assertThat(parser.exit()).isZero();
    }

    private static void assertSame(Map<String, Object> told, NewTopic created) {
        Map<String, Object> configuration = at(told, "topicConfiguration");
        assertThat(told).containsEntry("topic", created.name()).containsEntry("partitions", created.numPartitions());
        assertThat(configuration.get("cleanup.policy"))
                .isEqualTo(List.of(created.configs().getOrDefault("cleanup.policy", "delete")));
        assertThat(String.valueOf(configuration.get("retention.ms")))
                .isEqualTo(String.valueOf(created.configs().get("retention.ms")));
    }

    private void assertResolves(String reference) {
        if (reference.startsWith("#/")) {
            assertThat((Object) at(document, reference.substring(2).split("/")))
                    .as(reference)
                    .isNotNull();
        } else {
            assertThat(Files.isRegularFile(Contract.PACK.resolve(reference)))
                    .as(reference)
                    .isTrue();
        }
    }

    private List<Map<String, Object>> channels() {
        Map<String, Map<String, Object>> channels = at(document, "channels");
        return List.copyOf(channels.values());
    }

    private static Map<String, Object> kafka(Map<String, Object> channel) {
        return at(channel, "bindings", "kafka");
    }

    private static NewTopic of(List<NewTopic> topics, String name) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, Object> map, String... path) {
        Object found = map;
        for (String name : path) {
            found = ((Map<String, Object>) found).get(name);
        }
        return (T) found;
    }

    private static void collect(Object part, List<String> references) {
        if (part instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(value -> collect(value, references));
        } else if (part instanceof Collection<?> list) {
            list.forEach(item -> collect(item, references));
        }
    }
}
