package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.stage.Labels;
import id.semai.stage.TransitionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's dictionary and the scripts that ask for its words. */
class WordsTest {

    private static final Path PAGES = Path.of("src/main/resources/static/dashboard");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\"([a-zA-Z0-9.]+)\"");
    private static final Pattern STAGE =
            Pattern.compile("(?<=name=\")[^\"]+(?=\" camunda:modelerTemplate=\"id\\.semai\\.stage\")");
    private static final Pattern CODE = Pattern.compile("(?<=name=\"(?:outcome|reason)\" value=\")[^\"]+");
    private static final Pattern FILLED_IN = Pattern.compile("\\{\\w+}");

    @Test
    void everythingIsSaidInBothLanguagesWithTheSameThingsFilledIn() throws IOException {
        assertThat(words()).isNotEmpty().allSatisfy((key, both) -> {
            assertThat(both).as(key).hasSize(2).noneMatch(String::isBlank);
            assertThat(all(FILLED_IN, both.get(0))).as(key).isEqualTo(all(FILLED_IN, both.get(1)));
        });
    }

    @Test
    void whatTheScriptsAskForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> scripts =
                Files.list(PAGES).filter(file -> file.toString().endsWith(".js"))) {
            for (Path script : scripts.toList()) {
                ASKED.matcher(Files.readString(script)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(words().keySet()).containsAll(asked);
    }

    /** What events say in Indonesian: the names of the models' stages, and the labels of the contract. */
    @Test
    void theEnglishPageKnowsWhatTheModelsSay() throws IOException {
        Map<String, String> english = Files.readAllLines(PAGES.resolve("labels-en.txt")).stream()
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" = "))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        String models = models();
        Set<String> said = new TreeSet<>(all(STAGE, models));
        all(CODE, models).forEach(code -> labels(code).filter(Objects::nonNull).forEach(said::add));
        assertThat(said).contains("Komitmen inovasi", "Tidak dilanjutkan").hasSizeGreaterThan(25);
        assertThat(english.keySet()).containsAll(said);
        assertThat(english.values()).noneMatch(String::isBlank);
    }

    private static Stream<String> labels(String code) {
        return Stream.of(
                Labels.ofOutcome(code, TransitionType.STAGE_COMPLETED),
                Labels.ofOutcome(code, TransitionType.INNOVATION_FINISHED),
                Labels.ofReason(code));
    }

    private static String models() throws IOException {
        StringBuilder models = new StringBuilder();
        try (Stream<Path> files =
                Files.list(Path.of("processes")).filter(file -> file.toString().endsWith(".bpmn"))) {
            for (Path file : files.toList()) {
                models.append(Files.readString(file));
            }
        }
        return models.toString();
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> words() throws IOException {
        return new ObjectMapper().readValue(PAGES.resolve("words.json").toFile(), new TypeReference<>() {});
    }
}
