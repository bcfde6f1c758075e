package id.semai.dashboardpages;

import id.semai.dashboardpages.Showing.Subject;
import id.semai.figures.InnovationRow;
import id.semai.figures.Timeline;
import id.semai.figures.UnitRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What the page asks for. 401 for whom nothing is to be seen, 404 for what is not there or not theirs to see. */
@RestController
@WithBoard
class DashboardResource {

    private static final int MOST = 500;

    private final Onlookers onlookers;
    private final Showings showings;
    private final Panels panels;
    private final Seen seen;

    DashboardResource(Onlookers onlookers, Showings showings, Panels panels, Seen seen) {
        this.onlookers = onlookers;
        this.showings = showings;
        this.panels = panels;
        this.seen = seen;
    }

    @GetMapping("/dasbor/angka")
    ResponseEntity<byte[]> figures(HttpServletRequest request, WebRequest web) {
        Picture picture = showings.of(subject(request)).picture();
        return ifNew(picture, web, picture::whole);
    }

    @GetMapping("/dasbor/unit")
    ResponseEntity<byte[]> units(HttpServletRequest request, WebRequest web) {
        Subject subject = inDetail(request);
        Picture picture = showings.of(subject).picture();
        return ifNew(picture, web, () -> picture.units(() -> panels.write(Units.of(seen.units(subject)))));
    }

    @GetMapping("/dasbor/unit/{unit}")
    ResponseEntity<UnitSheet> unit(@PathVariable String unit, HttpServletRequest request) {
        Sight sight = inDetail(request).sight();
        UnitRow row = seen.unit(unit, sight).orElseThrow(Refusal::unknown);
        return ok(new UnitSheet(row, seen.innovations(unit, sight)));
    }

    @GetMapping("/dasbor/inovasi/{id}")
    ResponseEntity<Timeline> innovation(@PathVariable String id, HttpServletRequest request) {
        return ok(seen.innovation(id, inDetail(request).sight()).orElseThrow(Refusal::unknown));
    }

    /** As text: nobody's browser takes somebody's model for a page. */
    @GetMapping("/dasbor/diagram/{process}")
    ResponseEntity<Diagram> diagram(@PathVariable String process, HttpServletRequest request) {
        inDetail(request);
        return ok(seen.model(process)
                .filter(model -> model.diagram() != null)
                .map(model -> new Diagram(model.processName(), model.version(), model.diagram()))
                .orElseThrow(Refusal::unknown));
    }

    private static ResponseEntity<byte[]> ifNew(Picture picture, WebRequest web, Supplier<byte[]> body) {
        return web.checkNotModified("\"" + picture.id() + "\"")
                ? null
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body.get());
    }

    private Subject inDetail(HttpServletRequest request) {
        Subject subject = subject(request);
        if (!subject.sight().details()) {
            throw Refusal.unknown();
        }
        return subject;
    }

    private Subject subject(HttpServletRequest request) {
        return Subject.of(onlookers.sight(request), request);
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /** @param without active ones that have no innovation in the year of the movement */
    record Units(List<UnitRow> rows, int total, Rows without) {

        static Units of(List<UnitRow> all) {
            List<UnitRow> without = all.stream()
                    .filter(UnitRow::active)
                    .filter(row -> row.thisYear() == 0)
                    .toList();
            return new Units(first(all), all.size(), new Rows(first(without), without.size()));
        }

        private static List<UnitRow> first(List<UnitRow> rows) {
            return rows.subList(0, Math.min(MOST, rows.size()));
        }
    }

    record Rows(List<UnitRow> rows, int total) {}

    record UnitSheet(UnitRow unit, List<InnovationRow> innovations) {}

    record Diagram(String name, int version, String xml) {}
}
