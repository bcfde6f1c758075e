package id.semai.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What helps while a model is edited: the templates of Camunda Modeler and the guide that stands beside the models. */
class ElementTemplatesTest {

    private static final Path TEMPLATES = Model.FOLDER.resolve(".camunda/element-templates");
    private static final Path GUIDE = Model.FOLDER.resolve("README.md");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> MEMBERS = Set.of(
            "$schema",
            "name",
            "id",
            "version",
            "description",
            "appliesTo",
            "elementType",
            "entriesVisible",
            "properties");
    private static final Set<String> MEMBERS_OF_PROPERTIES =
            Set.of("label", "description", "type", "value", "binding", "choices", "constraints");
    private static final Map<String, Set<String>> BINDINGS = Map.of(
            "property", Set.of("type", "name"),
            "camunda:property", Set.of("type", "name"),
            "camunda:inputParameter", Set.of("type", "name"),
            "camunda:outputParameter", Set.of("type", "source"));
    private static final Set<String> ATTRIBUTES = Set.of(
            "name",
            "camunda:candidateGroups",
            "camunda:formRef",
            "camunda:formRefBinding",
            "camunda:delegateExpression");

    /** Of this the evidence below a form makes use, not the engine's edge. */
    private static final String EVIDENCE = "evidence";

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateIsOneThatModelerTakes(Path file) {
        JsonNode template = json(file);
        assertThat(template.path("id").asText()).startsWith("id.semai.");
        assertThat(template.path("name").asText()).isNotBlank();
        assertThat(template.path("description").asText()).isNotBlank();
        assertThat(template.path("version").isInt()).isTrue();
        assertThat(names(template)).isSubsetOf(MEMBERS);
        assertThat(template.path("appliesTo")).isNotEmpty().allMatch(type -> type.asText()
                .startsWith("bpmn:"));
        if (template.has("elementType")) {
            assertThat(template.path("appliesTo")).contains(template.at("/elementType/value"));
        }
        assertThat(template.path("properties")).isNotEmpty().allSatisfy(ElementTemplatesTest::isSound);
    }

    private static void isSound(JsonNode property) {
        JsonNode binding = property.path("binding");
        String type = property.path("type").asText();
        assertThat(names(property)).isSubsetOf(MEMBERS_OF_PROPERTIES);
        assertThat(names(binding)).isEqualTo(BINDINGS.get(binding.path("type").asText()));
        assertThat(property.path("value").isTextual()).isTrue();
        assertThat(type).isIn("String", "Dropdown", "Hidden");
        assertThat(property.has("label")).isEqualTo(!type.equals("Hidden"));
        assertThat(property.has("choices")).isEqualTo(type.equals("Dropdown"));
        if (type.equals("Dropdown")) {
            assertThat(property.path("choices"))
                    .allSatisfy(choice -> assertThat(names(choice)).isEqualTo(Set.of("name", "value")))
                    .anyMatch(choice -> choice.path("value").equals(property.path("value")));
        }
        JsonNode pattern = property.at("/constraints/pattern");
        if (!pattern.isMissingNode()) {
            assertThat(pattern.path("message").asText()).isNotBlank();
            assertThat(Pattern.compile(pattern.path("value").asText())).isNotNull();
        }
    }

    @Test
    void idsAreGivenOnce() throws IOException {
        assertThat(templates().map(file -> json(file).path("id").asText())).doesNotHaveDuplicates();
    }

    @Test
    void templatesWriteWhatTheEnginesEdgeReadsAndNothingElse() throws IOException {
        Set<String> read = words(
                "(?:value|list)\\(\"(\\w+)\"\\)", Path.of("src/main/java/id/semai/engine/StageParseListener.java"));
        assertThat(read).contains("stage", "due", "notBy", "outcome", "signal", "reason", "journey");
        read.add(EVIDENCE);
        assertThat(bound("camunda:property")).isEqualTo(read);
        assertThat(bound("property")).isEqualTo(ATTRIBUTES);
    }

    @Test
    void theRolesToChooseFromAreThoseOfTheOrganisation() throws IOException {
        JsonNode people = new YAMLMapper()
                .readTree(Path.of("src/main/resources/people.yaml").toFile());
        Map<String, String> roles = new TreeMap<>();
        people.path("roles")
                .forEach(role ->
                        roles.put(role.path("id").asText(), role.path("name").asText()));
        roles.remove("administrator");
        Map<String, String> offered = choices("approval.json", "camunda:candidateGroups");
        assertThat(offered).containsAllEntriesOf(roles);
        offered.keySet().removeAll(roles.keySet());
        assertThat(offered.keySet())
                .isSubsetOf(
                        words("camunda:candidateGroups=\"([^\"]*)\"", Model.FOLDER.resolve("lab-development.bpmn")));
    }

    @Test
    void everyOutcomeOfTheModelsIsOffered() {
        Set<String> carried = Model.all()
                .flatMap(model -> model.each(BaseElement.class).stream())
                .map(element -> Model.marker(element, "outcome"))
                .filter(outcome -> outcome != null)
                .collect(Collectors.toSet());
        assertThat(choices("outcome.json", "outcome").keySet()).containsAll(carried);
    }

    @Test
    void whatTheApprovalTaskReadsInTheEndIsEmptiedInTheBeginning() {
        Set<String> inputs = new HashSet<>();
        Set<String> outputs = new HashSet<>();
        for (JsonNode property : json(TEMPLATES.resolve("approval.json")).path("properties")) {
            JsonNode binding = property.path("binding");
            if (binding.path("type").asText().equals("camunda:inputParameter")) {
                assertThat(property.path("value").asText()).isEqualTo("${null}");
                inputs.add("${" + binding.path("name").asText() + "}");
            }
            if (binding.has("source")) {
                outputs.add(binding.path("source").asText());
            }
        }
        assertThat(outputs).isNotEmpty().isEqualTo(inputs);
    }

    @Test
    void theGuideNamesTemplatesFilesAndPicturesThatExist() throws IOException {
        Set<String> names = new TreeSet<>();
        templates().forEach(file -> names.add(json(file).path("name").asText()));
        assertThat(words("Template → ([^*]+)\\*\\*", GUIDE)).isNotEmpty().isSubsetOf(names);

        Set<String> pictures = words("]\\((\\.camunda/[^)]*)\\)", GUIDE);
        assertThat(pictures).hasSize(7).allSatisfy(picture -> assertThat(Model.FOLDER.resolve(picture))
                .isRegularFile()
                .isNotEmptyFile());
        try (Stream<Path> drawn = Files.list(Model.FOLDER.resolve(".camunda/pictures"))) {
            assertThat(drawn.map(file -> ".camunda/pictures/" + file.getFileName()))
                    .hasSameElementsAs(pictures);
        }

        Set<String> files = words("`([a-z-]+\\.(?:bpmn|dmn|form))`", GUIDE);
        assertThat(files).hasSizeGreaterThan(3);
        files.remove("legal-review.form");
        assertThat(files)
                .allSatisfy(name -> assertThat(Model.FOLDER.resolve(name)).isRegularFile());
    }

    @Test
    void theGuidesChaptersAreLinkedFromItsBeginning() {
        Set<String> chapters = words("(?m)^## (.*)$", GUIDE).stream()
                .map(chapter -> chapter.toLowerCase().replace(' ', '-'))
                .collect(Collectors.toSet());
        assertThat(words("]\\(#([^)]*)\\)", GUIDE)).isEqualTo(chapters);
    }

    @Test
    void theRulesForBpmnlintAreJson() {
        assertThat(json(Model.FOLDER.resolve(".bpmnlintrc")).path("extends").asText())
                .isEqualTo("bpmnlint:recommended");
    }

    private static Set<String> bound(String type) throws IOException {
        return templates()
                .flatMap(file ->
                        StreamSupport.stream(json(file).path("properties").spliterator(), false))
                .map(property -> property.path("binding"))
                .filter(binding -> binding.path("type").asText().equals(type))
                .map(binding -> binding.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> choices(String template, String bound) {
        Map<String, String> choices = new TreeMap<>();
        for (JsonNode property : json(TEMPLATES.resolve(template)).path("properties")) {
            if (property.at("/binding/name").asText().equals(bound)) {
                property.path("choices")
                        .forEach(choice -> choices.put(
                                choice.path("value").asText(),
                                choice.path("name").asText()));
            }
        }
        return choices;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> words(String pattern, Path file) {
        try {
            return Pattern.compile(pattern)
                    .matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }
}
