package id.semai.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the scripts bundled with Camunda's web applications do not do with the old libraries that they hold. */
class BundledScriptsTest {

    private static final String LIBRARIES = "/webjars/camunda/lib/deps.js";

    private final List<Script> scripts = scripts();

    @Test
    void theyHoldTheseVersions() {
        assertThat(libraries()).contains("VERSION=\"4.17.21\"", "version=\"3.2.4\"", "full:\"1.9.9\"");
    }

    /** Lodash's own take two arguments; another thing of that name in the bundles takes three. */
    @Test
    void theyNeverCallLodashToRemoveWhatAPathNames() {
        assertThat(calls("\\.omit\\(")).isEmpty();
        assertThat(calls("\\.unset\\((?!\\w+,\\w+,\\w+\\))")).isEmpty();
    }

    @Test
    void theyPurifyTextsWithoutTheOptionsThatAreBroken() {
        assertThat(calls("(?:IN_PLACE|SAFE_FOR_TEMPLATES|PARSER_MEDIA_TYPE|RETURN_DOM\\w*) ?:"))
                .isEmpty();
        assertThat(matches(libraries(), "(?:IN_PLACE|SAFE_FOR_TEMPLATES|RETURN_DOM\\w*) ?:"))
                .isEmpty();
    }

    private List<String> calls(String pattern) {
        return scripts.stream()
                .filter(script -> !script.name().endsWith(LIBRARIES))
                .flatMap(script -> matches(script.text(), pattern).stream())
                .toList();
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private String libraries() {
        return scripts.stream()
                .filter(script -> script.name().endsWith(LIBRARIES))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<Script> scripts() {
        try {
            List<Script> all = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/camunda/**/*.js")) {
                all.add(new Script(file.getURL().toString(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Script(String name, String text) {}
}
