package id.semai.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.semai.engine.OpenTasks;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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
 * to see, 410 once it is done. Only JSON is taken, which no page of another site can send without being asked first.
 */
@RestController
@RequestMapping("/api/drafts/{task}")
class DraftResource {

    /** Many times the longest form; what is sent, not what PostgreSQL makes of it. */
    private static final int LARGEST_BYTES = 500_000;

    private final Drafts drafts;
    private final OpenTasks tasks;
    private final Visitors visitors;

    DraftResource(Drafts drafts, OpenTasks tasks, Visitors visitors) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.visitors = visitors;
    }

    /** 200 always says who asks; without a draft its version is 0. */
    @GetMapping
    ResponseEntity<?> offer(@PathVariable String task, HttpServletRequest request) {
        return forOpenTask(task, request, person -> ok(drafts.find(task, person).orElse(nothingYet(person))));
    }

    /** 409 with the newer draft, if another window has kept one since; 403 if somebody else has logged in since. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> keep(@PathVariable String task, @RequestBody Typed typed, HttpServletRequest request) {
        return forOpenTask(task, request, person -> {
            if (!person.equals(typed.person())) {
                return refusal(HttpStatus.FORBIDDEN, "Isian ini milik pengguna lain.");
            }
            if (typed.answers() == null) {
                return refusal(HttpStatus.BAD_REQUEST, "Isian tidak terbaca.");
            }
            return keep(task, person, typed);
        });
    }

    @DeleteMapping
    ResponseEntity<?> discard(@PathVariable String task, HttpServletRequest request) {
        return forOpenTask(task, request, person -> {
            drafts.discard(task, person);
            return ok(nothingYet(person));
        });
    }

    private ResponseEntity<?> keep(String task, String person, Typed typed) {
        String answers = typed.answers().toString();
        if (answers.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            return refusal(HttpStatus.PAYLOAD_TOO_LARGE, "Isian terlalu panjang untuk disimpan sebagai draf.");
        }
        try {
            Optional<Draft> kept = drafts.keep(task, person, answers, typed.version());
            return kept.<ResponseEntity<?>>map(DraftResource::ok)
                    .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT)
                            .body(drafts.find(task, person).orElse(nothingYet(person))));
        } catch (DataIntegrityViolationException completedMeanwhileOrUnstorable) {
            return tasks.find(task) == OpenTasks.Look.OPEN
                    ? refusal(HttpStatus.BAD_REQUEST, "Isian memuat tanda yang tidak dapat disimpan.")
                    : gone();
        }
    }

    private ResponseEntity<?> forOpenTask(
            String task, HttpServletRequest request, Function<String, ResponseEntity<?>> action) {
        if (!visitors.isKnown(request)) {
            return refusal(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir.");
        }
        return visitors.asVisitor(request, () -> switch (tasks.find(task)) {
            case OPEN -> action.apply(visitors.name(request));
            case DONE -> gone();
            case UNKNOWN -> refusal(HttpStatus.NOT_FOUND, "Tugas ini tidak ada.");
        });
    }

    private static Draft nothingYet(String person) {
        return new Draft(person, "{}", 0, null, null);
    }

    private static ResponseEntity<?> ok(Draft draft) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(draft);
    }

    private static ResponseEntity<?> gone() {
        return refusal(HttpStatus.GONE, "Tugas ini sudah selesai atau ditutup.");
    }

    private static ResponseEntity<?> refusal(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("message", sentence));
    }

    /**
     * What the page sends.
     *
     * @param person whose page it is; the session may be another's by now
     */
    record Typed(String person, ObjectNode answers, int version) {}
}
