package id.semai.models;

import id.semai.changes.Meaning;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is deployed in one piece: a process with the forms and decisions that are bound to its deployment, or a decision or
 * form by itself.
 *
 * @param file that declares it; the others it takes along
 * @param parts what each file stands for, whatever it is called: the name of a form's file means nothing
 * @param needs what it looks up when it runs
 */
record Bundle(
        ModelId id,
        String name,
        String file,
        SortedMap<String, byte[]> files,
        Map<String, String> parts,
        Set<ModelId> needs) {

    /** Equal for two bundles between which nothing has changed that anybody could notice in a process that runs. */
    String meaning() {
        SortedMap<String, String> meanings = new TreeMap<>();
        files.forEach((file, content) -> meanings.put(parts.get(file), Meaning.of(simpleName(file), content)));
        return Digest.of(meanings.toString());
    }

    String checksum() {
        return Digest.of(digests().toString());
    }

    SortedMap<String, String> digests() {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> Digest.of(file.getValue()), (one, other) -> one, TreeMap::new));
    }

    static String simpleName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
