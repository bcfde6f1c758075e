package id.semai.dashboardpages;

import id.semai.dashboardpages.Showing.Subject;
import id.semai.sheets.Lists;
import id.semai.sheets.Panel;
import id.semai.sheets.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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
    private static final Set<Panel> PUBLIC =
            Set.of(Panel.TOTALS, Panel.FUNNEL, Panel.AGEING, Panel.ENDINGS, Panel.ONE_AGENCY);
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Onlookers onlookers;
    private final Panels panels;
    private final Seen seen;

    CsvResource(Onlookers onlookers, Panels panels, Seen seen) {
        this.onlookers = onlookers;
        this.panels = panels;
        this.seen = seen;
    }

    @GetMapping("/dasbor/csv/{panel}")
    ResponseEntity<byte[]> panel(@PathVariable String panel, HttpServletRequest request) {
        Subject subject = Subject.of(onlookers.sight(request), request);
        boolean english = Question.isEnglish(request);
        Sheet sheet = panel.equals(UNITS) ? units(subject, english) : sheet(panel, subject, english);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(panel))
                .body(sheet.toBytes());
    }

    private Sheet units(Subject subject, boolean english) {
        if (!subject.sight().details()) {
            throw Refusal.unknown();
        }
        return Lists.units(seen.units(subject), english);
    }

    private Sheet sheet(String code, Subject subject, boolean english) {
        return Panel.of(code)
                .filter(panel -> subject.sight().details() || PUBLIC.contains(panel))
                .map(panel -> panel.sheet(panels.figures(subject), english))
                .orElseThrow(Refusal::unknown);
    }

    private static String named(String panel) {
        return ContentDisposition.attachment()
                .filename("semai-" + panel + ".csv")
                .build()
                .toString();
    }
}
