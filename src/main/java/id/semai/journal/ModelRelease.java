package id.semai.journal;

import java.util.Objects;
import java.util.Set;

/**
 * A version of a model that runs from now on. It names no person.
 *
 * @param name the process's; its id where it has none
 * @param version the engine's number of the process definition
 * @param previousVersion the version that was newest before; null if there was none
 * @param origin {@code start}, {@code folder}, {@code upload}, {@code deployment} or {@code rollback}
 * @param role in which somebody released it: {@code administrator}; null if nobody is known to have done so
 * @param checksum SHA-256 in hex, equal for models that mean the same
 * @param diagram the BPMN XML
 */
public record ModelRelease(
        String processKey,
        String name,
        int version,
        Integer previousVersion,
        String origin,
        String role,
        String checksum,
        String diagram) {

    private static final Set<String> ORIGINS = Set.of("start", "folder", "upload", "deployment", "rollback");

    public ModelRelease {
        if (processKey == null || processKey.isBlank()) {
            throw new IllegalArgumentException("A released model has no process id");
        }
        name = name == null || name.isBlank() ? processKey : name;
        if (version < 1 || previousVersion != null && (previousVersion < 1 || previousVersion == version)) {
            throw new IllegalArgumentException(
                    "Version %d of %s cannot follow version %s".formatted(version, processKey, previousVersion));
        }
        if (origin == null || !ORIGINS.contains(origin)) {
            throw new IllegalArgumentException("\"%s\" is no origin of a release of %s".formatted(origin, processKey));
        }
        if (checksum == null || !checksum.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("\"%s\" is no SHA-256 of %s".formatted(checksum, processKey));
        }
        Objects.requireNonNull(diagram, "diagram of " + processKey);
    }
}
