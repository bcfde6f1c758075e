package id.semai.models;

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
    List<Release> of(Bundles bundles) {
        Map<ModelId, Release> newest = new LinkedHashMap<>();
        table.all().stream()
                .filter(Release::exists)
                .filter(release -> release.model().kind() == Kind.PROCESS)
                .filter(release -> bundles.find(release.model()).isEmpty())
                .forEach(release -> newest.putIfAbsent(release.model(), release));
        return List.copyOf(newest.values());
    }

    List<String> sentences(Bundles bundles) {
        return of(bundles).stream().map(this::sentence).toList();
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
