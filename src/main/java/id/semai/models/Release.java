package id.semai.models;

import java.time.Instant;
import java.util.Map;

/**
 * One version of a model as it was released.
 *
 * @param files names, each with the SHA-256 of its bytes
 * @param who account; null for the folder
 * @param exists whether the engine still has it: a deployment can be deleted
 */
record Release(
        long number,
        ModelId model,
        int version,
        String deployment,
        String definition,
        String meaning,
        String checksum,
        Map<String, String> files,
        Origin origin,
        String who,
        String node,
        Instant at,
        boolean exists) {

    /** The file that declares the model; the others came along. */
    String file() {
        return files.keySet().stream()
                .filter(name -> Kind.ofFile(name).filter(model.kind()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s without a file: %s".formatted(model, files)));
    }

    /**
     * Whoever releases.
     *
     * @param account null for the folder
     */
    record By(String account, String node) {}
}
