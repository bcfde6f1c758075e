package id.semai.engine;

import java.util.Map;

/**
 * What is recorded of one case, the newest value of each entry.
 *
 * @param id the business key: the innovation's or the workshop's id
 * @param processKey {@code innovation-journey} or {@code workshop}
 * @param unit code of the unit that owns it
 * @param values plain Java values: text, numbers, booleans, dates, lists and maps
 */
public record CaseFile(String id, String processKey, String unit, Map<String, Object> values) {}
