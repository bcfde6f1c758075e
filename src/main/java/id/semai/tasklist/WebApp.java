package id.semai.tasklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Camunda's web applications, each with the scripts of ours that it loads; a new script is one more name here. */
enum WebApp {
    TASKLIST("session", "indonesian", "drafts", "refusals", "steady", "evidence", "cases", "phone", "names"),
    WELCOME("session", "indonesian", "names"),
    ADMIN("session", "indonesian", "names"),
    /** For administrators, who read the English that Camunda's manual uses. */
    COCKPIT("session");

    private final List<String> scripts;

    WebApp(String... scripts) {
        this.scripts = List.of(scripts);
    }

    static WebApp named(String path) {
        return valueOf(path.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As seen from the folder of any of the applications; all of ours lie in Tasklist's. */
    List<String> scripts() {
        return at(scripts.stream());
    }

    List<String> scriptsWithSignOn() {
        return at(Stream.concat(scripts.stream(), Stream.of("sign-on")));
    }

    private static List<String> at(Stream<String> scripts) {
        return scripts.map(script -> "../tasklist/scripts/" + script + ".js").toList();
    }

    List<String> languages(TasklistSettings settings) {
        return this == COCKPIT ? List.of("en") : settings.languages();
    }
}
