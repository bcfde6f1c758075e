package id.semai.models;

import id.semai.models.Edits.Edited;
import id.semai.people.RefusedRequest;
import id.semai.people.Visitors;
import id.semai.rulebook.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The models for administrators; 403 for everybody else. Files come as the body of a request, of a type that no page of
 * another site can send without being asked first.
 */
@RestController
@RequestMapping("/api/models")
class ModelResource {

    private final ModelOverview overview;
    private final Edits edits;
    private final ReleaseTable table;
    private final Visitors visitors;

    ModelResource(ModelOverview overview, Edits edits, ReleaseTable table, Visitors visitors) {
        this.overview = overview;
        this.edits = edits;
        this.table = table;
        this.visitors = visitors;
    }

    @GetMapping
    ResponseEntity<ModelOverview.Shown> list(HttpServletRequest request) {
        return asAdministrator(
                request,
                () -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(overview.now()));
    }

    /** 200 with what was released; 422 with findings, 400 or 409 with a sentence if it was not, and then nothing is written. */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Done upload(@RequestParam String name, HttpServletRequest request) {
        return asAdministrator(
                request, () -> done(edits.put(Map.of(name, body(request)), Origin.UPLOAD, visitors.name(request))));
    }

    /** The same of several files, in Base64 by their names, as a process and its form: all of them or none. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Done upload(@RequestBody Map<String, byte[]> files, HttpServletRequest request) {
        return asAdministrator(request, () -> {
            if (files.isEmpty() || files.containsValue(null)) {
                throw new RefusedModels(400, "Tidak ada berkas yang sampai. Pilih berkasnya, lalu kirimkan lagi.");
            }
            return done(edits.put(files, Origin.UPLOAD, visitors.name(request)));
        });
    }

    /** As a new release with the content of that one. */
    @PostMapping("/{process}/releases/{version}/rollback")
    Done rollBack(@PathVariable String process, @PathVariable int version, HttpServletRequest request) {
        return asAdministrator(request, () -> done(edits.rollBack(model(process), version, visitors.name(request))));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refuse(RefusedModels refused) {
        return answer(refused.status(), refused.getMessage(), refused.findings());
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refuse(EngineRefusal refused) {
        return answer(422, refused.findings().get(0).message(), refused.findings());
    }

    private static ResponseEntity<Refusal> answer(int status, String message, List<Finding> findings) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new Refusal(message, findings));
    }

    private <T> T asAdministrator(HttpServletRequest request, Supplier<T> action) {
        return visitors.asVisitor(request, () -> {
            if (!visitors.roles(request).contains("administrator")) {
                throw new RefusedRequest(
                        HttpStatus.FORBIDDEN, "Hanya pengelola sistem yang dapat melihat dan merilis model.");
            }
            return action.get();
        });
    }

    /** A process, or what else has this id. */
    private ModelId model(String id) {
        return List.of(Kind.values()).stream()
                .map(kind -> new ModelId(kind, id))
                .filter(it -> !table.of(it).isEmpty())
                .findFirst()
                .orElseThrow(() -> new RefusedModels(404, "Model ini tidak pernah dirilis."));
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException unreadable) {
            throw new RefusedModels(400, "Berkas ini tidak sampai dengan utuh. Kirimkan lagi.");
        }
    }

    private static Done done(Edited edited) {
        return new Done(
                edited.files(),
                edited.released().keySet().stream()
                        .map(bundle -> bundle.id().id())
                        .toList(),
                edited.findings());
    }

    /**
     * @param files that were written
     * @param released what is in a new version; what has not changed in meaning is not
     */
    record Done(List<String> files, List<String> released, List<Finding> findings) {}

    record Refusal(String message, List<Finding> findings) {}
}
