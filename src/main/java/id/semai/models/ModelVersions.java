package id.semai.models;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What a model consists of: in each of its releases, and in the folder as it was seen last. */
@Service
public class ModelVersions {

    private final ReleaseTable table;
    private final ModelState state;

    ModelVersions(ReleaseTable table, ModelState state) {
        this.table = table;
        this.state = state;
    }

    /** What people call it; empty if there is no such model and never was. */
    public Optional<String> name(String model) {
        return ids(model)
                .filter(this::isKnown)
                .map(id -> seen().bundles().find(id).map(Bundle::name).orElse(id.id()))
                .findFirst();
    }

    /** Empty if there is no such release, or the engine has it no longer. */
    public Optional<Content> released(String model, int version) {
        return ids(model)
                .flatMap(id -> table.of(id).stream())
                .filter(release -> release.version() == version && release.exists())
                .findFirst()
                .map(this::content);
    }

    /** Empty if the folder has nothing of it; a file that cannot be read is there. */
    public Optional<Content> inFolder(String model) {
        Review review = seen();
        return ids(model)
                .flatMap(id -> Stream.concat(
                        review.bundles().find(id).map(ModelVersions::content).stream(),
                        table.current(id).map(last -> leftOf(last, review.snapshot())).stream()))
                .filter(content -> content.files().containsKey(content.file()))
                .findFirst();
    }

    private boolean isKnown(ModelId id) {
        return seen().bundles().find(id).isPresent() || !table.of(id).isEmpty();
    }

    private Review seen() {
        return Optional.ofNullable(state.review()).orElseGet(Review::ofNothing);
    }

    private Content content(Release release) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(table.files(release.deployment()).files());
        files.keySet().retainAll(release.files().keySet());
        return new Content(release.model().kind().code(), release.file(), files, release.definition());
    }

    private static Content content(Bundle bundle) {
        return new Content(bundle.id().kind().code(), bundle.file(), bundle.files(), null);
    }

    /** Of the files of a release those that the folder has. */
    private static Content leftOf(Release release, Snapshot folder) {
        SortedMap<String, byte[]> files = new TreeMap<>(folder.files());
        files.keySet().retainAll(release.files().keySet());
        return new Content(release.model().kind().code(), release.file(), files, null);
    }

    private static Stream<ModelId> ids(String model) {
        return model.isBlank() || model.indexOf('\0') >= 0
                ? Stream.empty()
                : Arrays.stream(Kind.values()).map(kind -> new ModelId(kind, model));
    }

    /**
     * @param kind process, decision or form
     * @param file that declares it
     * @param files by their names
     * @param definition that the engine made of it; null for what is in the folder
     */
    public record Content(String kind, String file, SortedMap<String, byte[]> files, String definition) {}
}
