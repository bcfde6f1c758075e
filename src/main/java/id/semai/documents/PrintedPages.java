package id.semai.documents;

import id.semai.engine.CaseFile;
import id.semai.engine.CaseFiles;
import id.semai.journal.Units;
import id.semai.people.Visitors;
import id.semai.stage.Unit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The papers that heads sign by hand, ready to print: what the case holds, with room for number, date, name and
 * signature. For whoever is logged in to Tasklist (or sends HTTP Basic) and may see the case; 401 without an account,
 * 404 for a case that is not there or not theirs to see.
 */
@Controller
class PrintedPages {

    private final CaseFiles cases;
    private final Visitors visitors;
    private final Units units;

    PrintedPages(CaseFiles cases, Visitors visitors, Units units) {
        this.cases = cases;
        this.visitors = visitors;
        this.units = units;
    }

    @GetMapping("/cetak/naskah-komitmen/{workshop}")
    String governmentCommitment(
            @PathVariable String workshop, Model model, HttpServletRequest request, HttpServletResponse response) {
        return page("naskah-komitmen", "workshop", workshop, model, request, response);
    }

    @GetMapping("/cetak/berita-acara/{workshop}")
    String minutes(
            @PathVariable String workshop, Model model, HttpServletRequest request, HttpServletResponse response) {
        return page("berita-acara", "workshop", workshop, model, request, response);
    }

    @GetMapping("/cetak/pernyataan-komitmen/{innovation}")
    String unitCommitment(
            @PathVariable String innovation, Model model, HttpServletRequest request, HttpServletResponse response) {
        return page("pernyataan-komitmen", "innovation-journey", innovation, model, request, response);
    }

    @GetMapping("/cetak/rencana-aksi/{innovation}")
    String actionPlan(
            @PathVariable String innovation, Model model, HttpServletRequest request, HttpServletResponse response) {
        return page("rencana-aksi", "innovation-journey", innovation, model, request, response);
    }

    private String page(
            String template,
            String process,
            String id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!visitors.isKnown(request)) {
            visitors.ask(request, response);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return "cetak/masuk";
        }
        Optional<CaseFile> found = visitors.asVisitor(request, () -> cases.find(id))
                .filter(file -> file.processKey().equals(process));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "cetak/tidak-ada";
        }
        fill(model, found.get());
        return "cetak/" + template;
    }

    private void fill(Model model, CaseFile file) {
        Unit unit = units.find(file.unit()).orElseThrow();
        Map<String, Object> values = new HashMap<>(file.values());
        values.putIfAbsent("signedList", List.of());
        values.putIfAbsent("declinedList", List.of());
        values.putIfAbsent("silentList", List.of());
        model.addAttribute("id", file.id());
        model.addAttribute("unit", unit);
        model.addAttribute("c", values);
        model.addAttribute("words", new Words());
        model.addAttribute("phases", PlanTable.of(values.get("planRows")));
    }
}
