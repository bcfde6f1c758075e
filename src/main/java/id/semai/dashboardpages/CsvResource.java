package id.semai.dashboardpages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.dashboardpages.Showing.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Each panel as a file, with the same filters and for the same people as on the page. */
@RestController
@WithBoard
class CsvResource {

    private static final String UNITS = "units";
    private static final Set<String> NO_TABLE = Set.of("filter", "freshness", "choices");
    private static final Map<String, String> DRAWN_FROM = Map.of("returns", "stages");
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Onlookers onlookers;
    private final Showings showings;
    private final Seen seen;
    private final Words words;
    private final ObjectMapper json;

    CsvResource(Onlookers onlookers, Showings showings, Seen seen, Words words, ObjectMapper json) {
        this.onlookers = onlookers;
        this.showings = showings;
        this.seen = seen;
        this.words = words;
        this.json = json;
    }

    @GetMapping("/dasbor/csv/{panel}")
    ResponseEntity<byte[]> panel(@PathVariable String panel, HttpServletRequest request) throws IOException {
        Sight sight = onlookers.sight(request);
        if (sight.isNothing()) {
            throw Refusal.nobody();
        }
        List<JsonNode> rows = rows(panel, new Subject(Question.filter(request), sight));
        boolean english = Question.isEnglish(request);
        Csv csv = new Csv(english, key -> heading(key, english));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(panel))
                .body(csv.of(rows).getBytes(StandardCharsets.UTF_8));
    }

    private String heading(String column, boolean english) {
        String known = words.say("kolom." + column, english);
        return known.equals("kolom." + column) ? words.say(column, english) : known;
    }

    private List<JsonNode> rows(String panel, Subject subject) throws IOException {
        if (panel.equals(UNITS)) {
            if (!subject.sight().details()) {
                throw Refusal.unknown();
            }
            return list(json.valueToTree(seen.units(subject)));
        }
        Picture.Panel drawn =
                showings.of(subject).picture().panels().get(DRAWN_FROM.getOrDefault(panel, panel));
        if (drawn == null || NO_TABLE.contains(panel)) {
            throw Refusal.unknown();
        }
        return flat(json.readTree(drawn.json()));
    }

    /** One row for one object; what stands inside, by government or by diagram, brings the rows. */
    private static List<JsonNode> flat(JsonNode panel) {
        if (panel.has("governments")) {
            return list(panel.path("governments"));
        }
        if (panel.isObject()) {
            return List.of(panel);
        }
        List<JsonNode> rows = new ArrayList<>();
        panel.forEach(each -> {
            if (each.has("elements")) {
                each.path("elements").forEach(element -> rows.add(within(each, element)));
            } else {
                rows.add(each);
            }
        });
        return rows;
    }

    private static JsonNode within(JsonNode diagram, JsonNode element) {
        ObjectNode row = ((ObjectNode) element).objectNode();
        row.set("process", diagram.path("process"));
        return row.setAll((ObjectNode) element);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> rows = new ArrayList<>();
        array.forEach(rows::add);
        return rows;
    }

    private static String named(String panel) {
        return ContentDisposition.attachment()
                .filename("semai-" + panel + ".csv")
                .build()
                .toString();
    }
}
