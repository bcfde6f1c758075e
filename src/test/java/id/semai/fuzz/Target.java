package id.semai.fuzz;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that can be called.
 *
 * @param path with names in braces where an id belongs
 * @param type of the body; null where none is usual
 * @param body as it should be; null where none is usual, or where it is no JSON
 */
record Target(String method, String path, String type, JsonNode body) {

    Target {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(path);
        }
    }
}
