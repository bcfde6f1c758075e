package id.semai.models;

import id.semai.rulebook.Finding;
import id.semai.rulebook.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of a folder, sorted into what is deployed together.
 *
 * @param copies files that declare what another declares by right, as a tool leaves them that keeps folders alike
 * @param findings what stands in the way of that
 */
record Bundles(SortedMap<ModelId, Bundle> all, Set<String> copies, List<Finding> findings) {

    static Bundles of(Snapshot snapshot) {
        return new Sorting(snapshot).bundles();
    }

    Optional<Bundle> find(ModelId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The bundle and all that it needs, directly or not, as far as it is in the folder. */
    Set<Bundle> around(Bundle bundle) {
        Set<Bundle> closure = new LinkedHashSet<>();
        gather(bundle, closure);
        return closure;
    }

    /** What others need comes before them, so that each finds it when it is deployed. */
    List<Bundle> inOrder(Set<Bundle> some) {
        Set<Bundle> visited = new LinkedHashSet<>();
        List<Bundle> ordered = new ArrayList<>();
        some.forEach(bundle -> order(bundle, visited, ordered));
        return ordered.stream().filter(some::contains).toList();
    }

    private void order(Bundle bundle, Set<Bundle> visited, List<Bundle> ordered) {
        if (visited.add(bundle)) {
            bundle.needs().forEach(id -> find(id).ifPresent(needed -> order(needed, visited, ordered)));
            ordered.add(bundle);
        }
    }

    private void gather(Bundle bundle, Set<Bundle> closure) {
        if (closure.add(bundle)) {
            bundle.needs().forEach(id -> find(id).ifPresent(needed -> gather(needed, closure)));
        }
    }

    private static class Sorting {

        private final Snapshot snapshot;
        private final Map<String, Declared> declared = new TreeMap<>();
        private final Map<ModelId, String> places = new HashMap<>();
        private final Set<String> copies = new TreeSet<>();
        private final List<Finding> findings = new ArrayList<>();

        Sorting(Snapshot snapshot) {
            this.snapshot = snapshot;
            snapshot.files().forEach((file, content) -> Declared.in(file, content)
                    .ifPresentOrElse(
                            it -> declared.put(file, it),
                            () -> find(
                                    file, "unreadable", "Berkas ini tidak dapat dibaca: simpan ulang secara utuh.")));
            declared.entrySet().stream()
                    .filter(it -> it.getValue().id() != null)
                    .collect(Collectors.groupingBy(
                            it -> it.getValue().id(),
                            TreeMap::new,
                            Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                    .forEach(this::place);
        }

        Bundles bundles() {
            Set<ModelId> free =
                    declared.values().stream().flatMap(it -> it.free().stream()).collect(Collectors.toSet());
            Set<ModelId> bound = declared.values().stream()
                    .flatMap(it -> it.bound().stream())
                    .collect(Collectors.toSet());
            SortedMap<ModelId, Bundle> all = new TreeMap<>();
            places.forEach((id, file) -> {
                if (id.kind() == Kind.PROCESS
                        || free.contains(id)
                        || (id.kind() == Kind.DECISION && !bound.contains(id))) {
                    all.put(id, bundle(id, file));
                }
            });
            return new Bundles(all, copies, findings.stream().distinct().toList());
        }

        /** A copy that a tool has put beside the file does not count; two that could both be meant do not count either. */
        private void place(ModelId id, List<String> files) {
            List<String> named = files.size() == 1
                    ? files
                    : files.stream().filter(file -> isNamedAfter(file, id)).toList();
            List<String> surplus = new ArrayList<>(files);
            if (named.size() == 1) {
                places.put(id, named.get(0));
                surplus.remove(named.get(0));
                copies.addAll(surplus);
            }
            surplus.forEach(file -> find(
                    file,
                    "duplicate",
                    "Berkas ini menyatakan %s «%s» seperti juga %s: hapus salah satunya."
                            .formatted(id.kind().label(), id.id(), others(files, file))));
        }

        private static String others(List<String> files, String file) {
            return files.stream().filter(it -> !it.equals(file)).collect(Collectors.joining(", "));
        }

        private static boolean isNamedAfter(String file, ModelId id) {
            String name = Bundle.simpleName(file);
            return name.substring(0, name.lastIndexOf('.')).equals(id.id());
        }

        private Bundle bundle(ModelId id, String file) {
            Declared it = declared.get(file);
            Map<String, String> parts = new LinkedHashMap<>(Map.of(file, id.toString()));
            it.bound().forEach(part -> part(file, part).ifPresent(place -> parts.put(place, part.toString())));
            it.boundFiles().forEach(name -> part(file, name).ifPresent(place -> parts.put(place, "file:" + name)));
            it.boundCalls()
                    .forEach(called -> find(
                            file,
                            "called-binding",
                            "Proses «%s» dipanggil dengan binding deployment: pilih binding latest."
                                    .formatted(called)));
            SortedMap<String, byte[]> files = new TreeMap<>(Comparator.naturalOrder());
            parts.keySet().forEach(place -> files.put(place, snapshot.files().get(place)));
            return new Bundle(id, it.name().isBlank() ? id.id() : it.name().strip(), file, files, parts, it.free());
        }

        private Optional<String> part(String file, ModelId part) {
            Optional<String> place = Optional.ofNullable(places.get(part));
            if (place.isEmpty()) {
                find(
                        file,
                        "part-missing",
                        "Berkas %s «%s» tidak ada atau tidak dapat dibaca: simpan berkas itu lebih dahulu."
                                .formatted(part.kind().label(), part.id()));
            }
            return place;
        }

        private Optional<String> part(String file, String name) {
            Optional<String> place = Optional.of(name).filter(snapshot.files()::containsKey);
            if (place.isEmpty()) {
                find(file, "part-missing", "Berkas «%s» tidak ada: simpan berkas itu lebih dahulu.".formatted(name));
            }
            return place;
        }

        private void find(String file, String rule, String message) {
            findings.add(new Finding(file, 0, Severity.ERROR, rule, null, null, message));
        }
    }
}
