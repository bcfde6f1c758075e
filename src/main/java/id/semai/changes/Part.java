package id.semai.changes;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An element of a model with all that the model says of it.
 *
 * @param key its id, or where it stands if it has none of its own
 * @param type as BPMN, DMN or the form names it
 * @param name what people call it; null if they do not
 * @param summary what a reader should know when it comes or goes; null for nothing
 * @param position where it stands in the file
 */
record Part(String key, String type, String name, String summary, int position, Map<String, Facet> facets) {

    Part {
        facets = new LinkedHashMap<>(facets);
    }
}
