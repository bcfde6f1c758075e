package id.semai.cases;

import id.semai.engine.CaseDiagram;
import id.semai.engine.CaseDiagrams;
import id.semai.engine.CaseFiles;
import id.semai.engine.CaseTasks;
import id.semai.people.RefusedRequest;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the page and Tasklist's tabs ask for: the case of a task, and where a case stands in its models. 401 without an
 * account, 404 for what is not there or not theirs to see. Browsers send a password of HTTP Basic by themselves only to
 * addresses below the one that asked for it, so the page has the diagrams below its own.
 */
@RestController
class CaseResource {

    private final CaseFiles cases;
    private final CaseTasks tasks;
    private final CaseDiagrams diagrams;
    private final Visitors visitors;

    CaseResource(CaseFiles cases, CaseTasks tasks, CaseDiagrams diagrams, Visitors visitors) {
        this.cases = cases;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.visitors = visitors;
    }

    @GetMapping("/api/tasks/{task}/case")
    ResponseEntity<?> caseOf(@PathVariable String task, HttpServletRequest request) {
        return answer(request, () -> tasks.caseOf(task)
                .flatMap(cases::find)
                .map(file -> new CaseOfTask(file.id(), file.processKey().equals(Timelines.INNOVATION))));
    }

    @GetMapping({"/api/cases/{id}/diagrams", "/inovasi/{id}/diagrams"})
    ResponseEntity<?> diagrams(@PathVariable String id, HttpServletRequest request) {
        return answer(request, () -> Optional.of(diagrams.of(id)).filter(all -> isCase(all, id)));
    }

    @GetMapping({"/api/cases/{id}/diagrams/{instance}", "/inovasi/{id}/diagrams/{instance}"})
    ResponseEntity<?> diagram(@PathVariable String id, @PathVariable String instance, HttpServletRequest request) {
        return answer(request, () -> diagrams.draw(id, instance));
    }

    /** Who may not see a case's own process may not see those that it called. */
    private static boolean isCase(List<CaseDiagram> all, String id) {
        return !all.isEmpty() && all.get(0).id().equals(id);
    }

    private ResponseEntity<?> answer(HttpServletRequest request, Supplier<Optional<?>> look) {
        Object found = visitors.<Optional<?>>asVisitor(request, look)
                .orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, "Perkara ini tidak ada."));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    /** @param innovation false for a task of a workshop */
    record CaseOfTask(String id, boolean innovation) {}
}
