package id.semai.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * One list of tasks, the most urgent first.
 *
 * @param key never changed, by which the list is known again at the next start
 * @param place the lowest is on top, and is what people see when they have logged in
 */
record TaskFilter(String key, String name, String description, String colour, int place, TaskQuery query) {

    /** Tells a list of the same content from one of another, across starts. */
    String fingerprint() {
        FilterEntity filter = new FilterEntity("Task");
        writeTo(filter);
        return Integer.toHexString(
                Objects.hash(filter.getName(), filter.getQueryInternal(), filter.getPropertiesInternal()));
    }

    void writeTo(Filter filter) {
        filter.setName(name);
        filter.setQuery(query);
        filter.setProperties(properties());
    }

    /** As Tasklist reads them; the title of the innovation is in the name of its task. */
    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("color", colour);
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(shown("unitName", "Perangkat daerah"), shown("stageName", "Tahap")));
        return properties;
    }

    private static Map<String, Object> shown(String variable, String label) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", variable);
        shown.put("label", label);
        return shown;
    }
}
