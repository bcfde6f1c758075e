package id.semai.evidence;

import id.semai.engine.CaseFiles;
import id.semai.engine.OpenTask;
import id.semai.engine.OpenTasks;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files that are attached to a task by who works on it, and opened by everybody who may see the innovation: 401 without
 * an account, 404 for what is not there or not theirs to see. A file comes as the bare body of a request, of a type that
 * no page of another site can send without being asked first.
 */
@RestController
@RequestMapping("/api/evidence")
class EvidenceResource {

    private final Evidence evidence;
    private final OpenTasks tasks;
    private final CaseFiles cases;
    private final Visitors visitors;

    EvidenceResource(Evidence evidence, OpenTasks tasks, CaseFiles cases, Visitors visitors) {
        this.evidence = evidence;
        this.tasks = tasks;
        this.cases = cases;
        this.visitors = visitors;
    }

    /** The files of the innovation as far as whoever asks may open them, and whether they may attach one to this task. */
    @GetMapping("/tasks/{task}")
    Shown list(@PathVariable String task, HttpServletRequest request) {
        return asVisitor(request, person -> {
            OpenTask open = open(task);
            List<EvidenceFile> visible =
                    cases.isVisible(open.innovation()) ? evidence.of(open.innovation()) : List.of();
            List<Shown.File> files = visible.stream()
                    .map(file -> Shown.File.of(file, isTheirs(file, open, person)))
                    .toList();
            return new Shown(person.equals(open.assignee()), files);
        });
    }

    /**
     * 201 with what is known of the file; 413, 422, 400 or 409 with a sentence if it is not taken.
     *
     * @param row of the action plan, from 1, if it proves that one only
     */
    @PostMapping(path = "/tasks/{task}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Shown.File> add(
            @PathVariable String task,
            @RequestParam String name,
            @RequestParam(required = false) Integer row,
            HttpServletRequest request) {
        return asVisitor(request, person -> {
            OpenTask open = open(task);
            if (!person.equals(open.assignee())) {
                throw new RefusedFile(HttpStatus.FORBIDDEN, "Ambil tugas ini dahulu, baru lampirkan berkas.");
            }
            EvidenceFile file = evidence.add(open, about(open, row), person, name, body(request));
            return ResponseEntity.status(HttpStatus.CREATED).body(Shown.File.of(file, true));
        });
    }

    /** Pictures are shown, papers are saved: nothing that was uploaded runs as a page of this site. */
    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        visitors.ask(request, response);
        return asVisitor(request, person -> {
            EvidenceFile file = visible(id);
            ContentDisposition disposition = (file.type() == FileType.PDF
                            ? ContentDisposition.attachment()
                            : ContentDisposition.inline())
                    .filename(file.name(), StandardCharsets.UTF_8)
                    .build();
            return ResponseEntity.ok()
                    .contentType(file.type().mediaType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .header("X-Content-Type-Options", "nosniff")
                    .cacheControl(CacheControl.noStore())
                    .body(evidence.content(file));
        });
    }

    @DeleteMapping("/files/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, HttpServletRequest request) {
        return asVisitor(request, person -> {
            evidence.remove(visible(id), person);
            return ResponseEntity.noContent().build();
        });
    }

    private <T> T asVisitor(HttpServletRequest request, Function<String, T> action) {
        return visitors.asVisitor(request, () -> action.apply(visitors.name(request)));
    }

    private OpenTask open(String task) {
        return tasks.get(task)
                .orElseThrow(() -> tasks.find(task) == OpenTasks.Look.DONE
                        ? new RefusedFile(HttpStatus.GONE, "Tugas ini sudah selesai atau ditutup.")
                        : new RefusedFile(HttpStatus.NOT_FOUND, "Tugas ini tidak ada."));
    }

    private EvidenceFile visible(UUID id) {
        return evidence.find(id)
                .filter(file -> cases.isVisible(file.innovation()))
                .orElseThrow(() -> new RefusedFile(HttpStatus.NOT_FOUND, "Berkas ini tidak ada."));
    }

    private String about(OpenTask task, Integer row) {
        return row == null
                ? null
                : cases.find(task.innovation())
                        .flatMap(file -> PlanRow.of(file.values(), row))
                        .map(PlanRow::toString)
                        .orElseThrow(() -> new RefusedFile("Rencana aksi tidak mempunyai baris %d.".formatted(row)));
    }

    private static boolean isTheirs(EvidenceFile file, OpenTask task, String person) {
        return file.keeper().equals(person) && file.task().equals(task.id()) && person.equals(task.assignee());
    }

    private static byte[] body(HttpServletRequest request) {
        if (request.getContentLengthLong() > FileCheck.LARGEST_BYTES) {
            throw tooLarge();
        }
        try {
            byte[] content = request.getInputStream().readNBytes(FileCheck.LARGEST_BYTES + 1);
            if (content.length > FileCheck.LARGEST_BYTES) {
                throw tooLarge();
            }
            return content;
        } catch (IOException interruption) {
            throw new RefusedFile(HttpStatus.BAD_REQUEST, "Berkas tidak terkirim seluruhnya. Unggah lagi.");
        }
    }

    private static RefusedFile tooLarge() {
        return new RefusedFile(
                HttpStatus.PAYLOAD_TOO_LARGE, "Berkas lebih besar daripada 10 MB. Perkecil, lalu unggah lagi.");
    }
}
