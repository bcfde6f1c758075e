package id.semai.models;

import id.semai.rulebook.Finding;
import id.semai.rulebook.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a folder held, what of it belongs together, and what is to be said of it. */
record Review(Snapshot snapshot, Bundles bundles, List<Finding> findings) {

    static Review ofNothing() {
        Snapshot nothing = new Snapshot(new TreeMap<>());
        return of(nothing, Bundles.of(nothing), List.of());
    }

    List<Finding> errors() {
        return findings.stream().filter(it -> it.severity() == Severity.ERROR).toList();
    }

    /** What keeps it from being released: errors in it and in what it needs, and those that belong to no file. */
    List<Finding> against(Bundle bundle) {
        return errors().stream()
                .filter(it -> it.file() == null
                        || it.file().isEmpty()
                        || filesAround(bundle).contains(it.file()))
                .toList();
    }

    Set<String> refusedFiles() {
        return errors().stream().map(Finding::file).collect(Collectors.toSet());
    }

    Review and(Collection<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Review(snapshot, bundles, all.stream().distinct().toList());
    }

    private Set<String> filesAround(Bundle bundle) {
        return bundles.around(bundle).stream()
                .flatMap(it -> it.files().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** What the check has found, and what it has left for us to find. */
    static Review of(Snapshot snapshot, Bundles bundles, List<Finding> checked) {
        Set<String> told = checked.stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(Finding::file)
                .collect(Collectors.toSet());
        Stream<Finding> ours = bundles.findings().stream().filter(it -> !told.contains(it.file()));
        return new Review(
                snapshot, bundles, Stream.concat(checked.stream(), ours).toList());
    }
}
