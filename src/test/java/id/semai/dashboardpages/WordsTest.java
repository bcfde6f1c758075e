package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> words() throws IOException {
        return new ObjectMapper().readValue(PAGES.resolve("words.json").toFile(), new TypeReference<>() {});
    }
}
