package id.semai.models;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Processes whose file is gone: no version is taken away, so what runs goes on and what others call begins. */
@Component
class Removed {

    private final ReleaseTable table;
    private final Running running;

    Removed(ReleaseTable table, Running running) {
        this.table = table;
        this.running = running;
    }

    /** The newest release of each. */
    List<Release> of(Review review) {
        return missing(review).stream()
                .filter(release -> release.model().kind() == Kind.PROCESS)
                .filter(release -> !isThere(release, review))
                .toList();
    }

    /** The newest release of each model whose file is there and does not say so: it is broken, or said by two files. */
    List<Release> unreadable(Review review) {
        return missing(review).stream()
                .filter(release -> isThere(release, review))
                .toList();
    }

    private Collection<Release> missing(Review review) {
        Map<ModelId, Release> newest = new LinkedHashMap<>();
        table.all().stream()
                .filter(Release::exists)
                .filter(release -> review.bundles().find(release.model()).isEmpty())
                .forEach(release -> newest.putIfAbsent(release.model(), release));
        return newest.values();
    }

    private static boolean isThere(Release release, Review review) {
        return review.refusedFiles().contains(release.file())
                && review.snapshot().files().containsKey(release.file());
    }

    List<String> sentences(Review review) {
        return of(review).stream().map(this::sentence).toList();
    }

    String sentence(Release last) {
        int most = 5;
        List<String> innovations = running.innovations(last.model().id(), most + 1);
        String who = innovations.isEmpty()
                ? "tidak ada inovasi yang sedang menjalaninya"
                : "sedang dijalani " + String.join(", ", innovations.subList(0, Math.min(most, innovations.size())));
        return "Berkas proses «%s» tidak ada lagi; rilis %d tetap berlaku, %s%s."
                .formatted(last.model().id(), last.version(), who, innovations.size() > most ? " dan lainnya" : "");
    }
}
