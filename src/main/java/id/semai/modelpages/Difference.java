package id.semai.modelpages;

import id.semai.changes.Change;
import id.semai.changes.Changes;
import id.semai.models.ModelVersions.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What sets two versions of a model apart, in words, file by file; the file that declares it comes first. */
record Difference(List<FileDifference> files) {

    private static final byte[] NOTHING = {};

    static Difference between(Content before, Content after, UnaryOperator<String> roleNames) {
        Set<String> others = new TreeSet<>(before.files().keySet());
        others.addAll(after.files().keySet());
        others.removeAll(List.of(before.file(), after.file()));
        List<FileDifference> differences = new ArrayList<>();
        differences.add(FileDifference.of(
                after.file(), before.files().get(before.file()), after.files().get(after.file()), roleNames));
        others.forEach(file -> differences.add(FileDifference.of(
                file,
                before.files().getOrDefault(file, NOTHING),
                after.files().getOrDefault(file, NOTHING),
                roleNames)));
        return new Difference(
                differences.stream().filter(file -> !file.changes().isEmpty()).toList());
    }

    record FileDifference(String file, List<Told> changes) {

        static FileDifference of(String file, byte[] before, byte[] after, UnaryOperator<String> roleNames) {
            return new FileDifference(
                    file,
                    Changes.between(file, before, after, roleNames).stream()
                            .map(Told::of)
                            .toList());
        }
    }

    /**
     * A change as the page shows it.
     *
     * @param kind added, removed or changed
     * @param subject the element, as people call it
     * @param what changed, as people call it
     */
    record Told(String element, String kind, String subject, String what, String before, String after) {

        static Told of(Change change) {
            return new Told(
                    change.element(),
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.subject(),
                    change.label(),
                    change.before(),
                    change.after());
        }
    }
}
