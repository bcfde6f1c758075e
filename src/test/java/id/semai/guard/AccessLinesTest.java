package id.semai.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** What each line of the list of who may call what is there for, said a second time: no line changes unnoticed. */
class AccessLinesTest {

    private static final String LIST = "guard/who-may-call-what.txt";
    private static final String EXPECTED = "guard/who-gets-what.txt";

    private static final List<Caller> CALLERS = List.of(
            new Somebody(Set.of()),
            new Somebody(Set.of("innovator")),
            new Somebody(Set.of("leadership")),
            new Somebody(Set.of("coordinator")),
            new Somebody(Set.of("administrator", "camunda-admin")));

    /** Without these lines others say the same, or none lets anybody pass: they are there for whoever reads the list. */
    private static final Set<String> SAID_TWICE = Set.of(
            "* /camunda/api/admin/setup/** nobody",
            "* /camunda/app/admin/default/setup nobody",
            "* /camunda/app/admin/default/setup/** nobody",
            "GET,POST {engine}/external-task administrator",
            "GET {engine}/filter/count person",
            "GET {engine}/process-definition/count person",
            "GET {engine}/process-instance/count person");

    private final List<String> lines = read(LIST);
    private final List<Expectation> expectations = read(EXPECTED).stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .flatMap(Expectation::in)
            .toList();

    @Test
    void everybodyGetsWhatTheyShouldAndNothingElse() {
        AccessList list = list(lines);
        assertThat(expectations).hasSizeGreaterThan(200).allSatisfy(expected -> assertThat(expected.of(list))
                .as(expected.method() + " " + expected.path())
                .isEqualTo(expected.verdicts()));
    }

    @Test
    void noLineIsTakenAwayOrOpenedToAnybodyUnnoticed() {
        List<String> unnoticed = new ArrayList<>();
        int changes = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip().replaceAll("\\s+", " ");
            String opened = line.replaceFirst("(\\S+ \\S+) .*", "$1 anybody");
            for (String instead : List.of("", opened)) {
                if (!line.equals(instead) && !(instead.isEmpty() && SAID_TWICE.contains(line))) {
                    changes++;
                    if (!isNoticed(i, instead)) {
                        unnoticed.add(line + " -> " + instead);
                    }
                }
            }
        }
        System.out.println("list: changes=" + changes + " unnoticed=" + unnoticed.size());
        assertThat(changes).isGreaterThan(200);
        assertThat(unnoticed).isEmpty();
    }

    private boolean isNoticed(int number, String instead) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(number, instead);
        AccessList list = list(changed);
        return expectations.stream().anyMatch(expected -> !expected.of(list).equals(expected.verdicts()));
    }

    private static AccessList list(List<String> lines) {
        try {
            return new GuardConfiguration()
                    .accessList(
                            new ByteArrayResource(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                            new GuardSettings(Set.of("coordinator"), Set.of("leadership")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param verdicts the first letters of what the callers are told, in their order */
    private record Expectation(String method, String path, String verdicts) {

        static Stream<Expectation> in(String line) {
            String[] columns = line.strip().split("\\s+");
            return Stream.of(columns[1])
                    .flatMap(path -> each(path, "{engine}", "/engine-rest", "/camunda/api/engine/engine/default"))
                    .flatMap(path -> each(path, "{app}", "tasklist", "welcome"))
                    .flatMap(path -> each(path, "{office}", "cockpit", "admin"))
                    .map(path -> new Expectation(columns[0], path, columns[2]));
        }

        private static Stream<String> each(String path, String name, String... meanings) {
            return path.contains(name)
                    ? Stream.of(meanings).map(meaning -> path.replace(name, meaning))
                    : Stream.of(path);
        }

        String of(AccessList list) {
            return CALLERS.stream()
                    .map(caller -> list.ask(method, path, caller).name().substring(0, 1))
                    .collect(Collectors.joining());
        }
    }

    private record Somebody(Set<String> roles) implements Caller {

        @Override
        public boolean isKnown() {
            return !roles.isEmpty();
        }
    }
}
