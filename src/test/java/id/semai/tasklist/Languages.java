package id.semai.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What tests of other packages ask about the languages of the web applications. */
public final class Languages {

    /** What form-js and the criteria of filters say most. */
    private static final List<String> BUILT_IN = List.of(
            "Candidate Groups *",
            "Field is required.",
            "Search",
            "Select",
            "No results",
            "All values selected",
            "Skip to search",
            "Remove tag",
            "dd/mm/yyyy");

    private Languages() {}

    /** The configuration that an application of these languages is given. */
    public static String configuration(String app, String... languages) {
        try {
            return new AppConfigurations(new TasklistSettings(List.of(languages)), new ObjectMapper(), Optional.empty())
                    .configuration(app);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What may not be read on a page in Indonesian: English, and the names of labels, as SEARCH_PLACEHOLDER. */
    public static List<String> onlyEnglish(String app) {
        Map<String, String> ours = Shipped.texts(app, "id");
        Set<String> english = new TreeSet<>(Shipped.texts(app, "en").values());
        english.addAll(BUILT_IN);
        english.removeAll(Set.copyOf(ours.values()));
        Shipped.labels(app, "en").keySet().stream()
                .filter(name -> name.contains("_"))
                .forEach(english::add);
        return List.copyOf(english);
    }
}
