package id.semai.engine;

import java.util.Set;

/**
 * A model as it was deployed, with where a case stands in it; element ids of the model.
 *
 * @param here what is being done, or waited for
 * @param around the open sub-processes around it
 * @param passed what has been done
 */
public record CaseDrawing(String xml, Set<String> here, Set<String> around, Set<String> passed) {}
