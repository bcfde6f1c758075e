package id.semai.modelpages;

import id.semai.models.ModelVersions;
import id.semai.models.ModelVersions.Content;
import id.semai.people.RefusedRequest;
import id.semai.people.RoleNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The versions of a model for administrators, as the list at the edge says: a number is a release, {@code folder} what the
 * folder holds now. 404 for what is not there.
 */
@RestController
@RequestMapping("/api/models/{model}")
class VersionResource {

    private static final String FOLDER = "folder";

    private final ModelVersions versions;
    private final Occupied occupied;
    private final RoleNames roles;

    VersionResource(ModelVersions versions, Occupied occupied, RoleNames roles) {
        this.versions = versions;
        this.occupied = occupied;
        this.roles = roles;
    }

    @GetMapping("/versions/{version}")
    ResponseEntity<Shown> version(@PathVariable String model, @PathVariable String version) {
        return ok(Shown.of(content(model, version), occupied));
    }

    @GetMapping("/changes")
    ResponseEntity<Difference> changes(@PathVariable String model, @RequestParam String from, @RequestParam String to) {
        return ok(Difference.between(content(model, from), content(model, to), this::roleName));
    }

    private Content content(String model, String version) {
        return find(model, version)
                .orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, "Versi model ini tidak ada."));
    }

    private Optional<Content> find(String model, String version) {
        if (version.equals(FOLDER)) {
            return versions.inFolder(model);
        }
        return version.matches("[0-9]{1,9}") ? versions.released(model, Integer.parseInt(version)) : Optional.empty();
    }

    private String roleName(String role) {
        return roles.of(List.of(role)).getOrDefault(role, role);
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /**
     * @param text of the file that declares the model
     * @param places where instances of this version are; none in the folder
     */
    record Shown(String kind, String file, String text, List<Occupied.Place> places) {

        static Shown of(Content content, Occupied occupied) {
            return new Shown(
                    content.kind(),
                    content.file(),
                    new String(content.files().get(content.file()), StandardCharsets.UTF_8),
                    content.definition() == null ? List.of() : occupied.of(content.definition()));
        }
    }
}
