package id.semai.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * Says what a submission must hold. What the browser checks is a courtesy; this is the rule, whichever way a submission
 * comes.
 */
@Service
public class Forms {

    private static final Map<String, Form> EMBEDDED = Map.of(
            "embedded:/forms/action-plan-rows.html", PlanRows.form(),
            "embedded:/forms/lab-progress.html", ProgressRows.form());

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    /**
     * Parses each text once.
     *
     * @param text a Camunda Form as it was deployed
     * @throws IllegalArgumentException if it is no JSON, or uses what Tasklist or this feature does not know
     */
    public Form parse(String text) {
        return parsed.computeIfAbsent(text, this::read);
    }

    /** The form behind a form key such as {@code embedded:/forms/lab-progress.html}; empty if its rules are unknown. */
    public Optional<Form> embedded(String formKey) {
        return Optional.ofNullable(EMBEDDED.get(formKey));
    }

    /**
     * @param submitted plain values: text, numbers, Boolean, null, lists and maps; nothing is asked of their size
     * @param known what the task holds of {@link Form#reads()}, in plain values too
     * @param today in the zone of the task's unit
     * @throws RefusedSubmission with the first thing, in the form's order, that cannot stand
     */
    public Submission accept(Form form, Map<String, Object> submitted, Map<String, Object> known, LocalDate today) {
        return form.accept(submitted, known, today);
    }

    private Form read(String text) {
        try {
            return FormReader.read(json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A form is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
