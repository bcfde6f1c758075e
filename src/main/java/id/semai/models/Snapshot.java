package id.semai.models;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a folder at one moment, by their names relative to it. */
record Snapshot(SortedMap<String, byte[]> files) {

    Snapshot {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    Snapshot with(Map<String, byte[]> others) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.putAll(others);
        return new Snapshot(all);
    }

    /** Where a file of this name lies, in whichever folder below; the name itself if it is not there, or more than once. */
    String place(String name) {
        var places = files.keySet().stream()
                .filter(file -> file.equals(name) || file.endsWith("/" + name))
                .toList();
        return places.size() == 1 ? places.get(0) : name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot snapshot
                && files.keySet().equals(snapshot.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), snapshot.files.get(file.getKey())));
    }

    @Override
    public int hashCode() {
        return files.keySet().hashCode();
    }
}
