package id.semai.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.engine.OpenTasks;
import id.semai.engine.StartForms;
import id.semai.people.RefusedRequest;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The drafts of whoever asks, and of nobody else: 401 without an account, 404 for a task that is not there or not theirs
 * to see and for a process that is not theirs to start, 410 for a task that is done. Only JSON is taken, which no page of
 * another site can send without being asked first.
 */
@RestController
@RequestMapping("/api/drafts")
class DraftResource {

    /** Many times the longest form; what is sent, not what PostgreSQL makes of it. */
    private static final int LARGEST_BYTES = 500_000;

    private final Drafts drafts;
    private final OpenTasks tasks;
    private final StartForms starts;
    private final Visitors visitors;

    DraftResource(Drafts drafts, OpenTasks tasks, StartForms starts, Visitors visitors) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.starts = starts;
        this.visitors = visitors;
    }

    /** 200 always says who asks; without a draft its version is 0. */
    @GetMapping("/{task}")
    ResponseEntity<Draft> offer(@PathVariable String task, HttpServletRequest request) {
        return offer(Sheet.ofTask(task), request);
    }

    /** 409 with the newer draft, if another window has kept one since; 403 if somebody else has logged in since. */
    @PutMapping(path = "/{task}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Draft> keep(@PathVariable String task, @RequestBody Typed typed, HttpServletRequest request) {
        return keep(Sheet.ofTask(task), typed, request);
    }

    @DeleteMapping("/{task}")
    ResponseEntity<Draft> discard(@PathVariable String task, HttpServletRequest request) {
        return discard(Sheet.ofTask(task), request);
    }

    /** The same of a process that is yet to be started, by its key. */
    @GetMapping("/starts/{process}")
    ResponseEntity<Draft> offerStart(@PathVariable String process, HttpServletRequest request) {
        return offer(Sheet.ofStart(process), request);
    }

    @PutMapping(path = "/starts/{process}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Draft> keepStart(
            @PathVariable String process, @RequestBody Typed typed, HttpServletRequest request) {
        return keep(Sheet.ofStart(process), typed, request);
    }

    @DeleteMapping("/starts/{process}")
    ResponseEntity<Draft> discardStart(@PathVariable String process, HttpServletRequest request) {
        return discard(Sheet.ofStart(process), request);
    }

    private ResponseEntity<Draft> offer(Sheet sheet, HttpServletRequest request) {
        return forOpen(sheet, request, person -> ok(newest(sheet, person)));
    }

    private ResponseEntity<Draft> keep(Sheet sheet, Typed typed, HttpServletRequest request) {
        return forOpen(sheet, request, person -> {
            if (!person.equals(typed.person())) {
                throw new RefusedRequest(HttpStatus.FORBIDDEN, "Isian ini milik pengguna lain.");
            }
            if (typed.answers() == null) {
                throw new RefusedRequest(HttpStatus.BAD_REQUEST, "Isian tidak terbaca.");
            }
            return keep(sheet, person, typed);
        });
    }

    private ResponseEntity<Draft> discard(Sheet sheet, HttpServletRequest request) {
        return forOpen(sheet, request, person -> {
            drafts.discard(sheet, person);
            return ok(nothingYet(person));
        });
    }

    private ResponseEntity<Draft> keep(Sheet sheet, String person, Typed typed) {
        String answers = typed.answers().toString();
        if (answers.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            throw new RefusedRequest(
                    HttpStatus.PAYLOAD_TOO_LARGE, "Isian terlalu panjang untuk disimpan sebagai draf.");
        }
        try {
            return drafts.keep(sheet, person, answers, typed.version())
                    .map(DraftResource::ok)
                    .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(newest(sheet, person)));
        } catch (DataIntegrityViolationException completedMeanwhileOrUnstorable) {
            requireOpen(sheet);
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "Isian memuat tanda yang tidak dapat disimpan.");
        }
    }

    private ResponseEntity<Draft> forOpen(
            Sheet sheet, HttpServletRequest request, Function<String, ResponseEntity<Draft>> action) {
        return visitors.asVisitor(request, () -> {
            requireOpen(sheet);
            return action.apply(visitors.name(request));
        });
    }

    private void requireOpen(Sheet sheet) {
        if (sheet.isOfTask()) {
            requireOpenTask(sheet.id());
        } else if (!starts.mayStart(sheet.id())) {
            throw new RefusedRequest(HttpStatus.NOT_FOUND, "Proses ini tidak ada, atau bukan untuk peran Anda.");
        }
    }

    private void requireOpenTask(String task) {
        switch (tasks.find(task)) {
            case OPEN -> {}
            case DONE -> throw new RefusedRequest(HttpStatus.GONE, "Tugas ini sudah selesai atau ditutup.");
            case UNKNOWN -> throw new RefusedRequest(HttpStatus.NOT_FOUND, "Tugas ini tidak ada.");
        }
    }

    private Draft newest(Sheet sheet, String person) {
        return drafts.find(sheet, person).orElse(nothingYet(person));
    }

    private static Draft nothingYet(String person) {
        return new Draft(person, "{}", 0, null, null);
    }

    private static ResponseEntity<Draft> ok(Draft draft) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(draft);
    }

    /**
     * What the page sends.
     *
     * @param person whose page it is; the session may be another's by now
     */
    record Typed(String person, ObjectNode answers, int version) {}
}
