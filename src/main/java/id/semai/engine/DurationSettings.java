package id.semai.engine;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long things may take, by the names that the models use ({@code deadline('lab.due')}).
 *
 * @param durations {@code semai.durations.<name>}, ISO 8601 text ({@code P14D}, {@code PT5S}); what is not set keeps
 *     its default
 */
@ConfigurationProperties("semai")
record DurationSettings(Map<String, String> durations) {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("commitment.due", "P14D"),
            Map.entry("commitment.reminder", "P7D"),
            Map.entry("commitment.follow-up", "P21D"),
            Map.entry("action-plan.due", "P30D"),
            Map.entry("action-plan.reminder", "P7D"),
            Map.entry("action-plan.follow-up", "P37D"),
            Map.entry("lab.due", "P180D"),
            Map.entry("lab.diagnose", "P14D"),
            Map.entry("lab.design", "P60D"),
            Map.entry("lab.report", "P30D"),
            Map.entry("lab.deliver", "P90D"),
            Map.entry("lab.display", "P30D"),
            Map.entry("lab.reminder", "P14D"),
            Map.entry("rollout.due", "P180D"),
            Map.entry("rollout.trial", "P90D"),
            Map.entry("rollout.results", "P90D"),
            Map.entry("rollout.reminder", "P14D"));

    DurationSettings {
        Map<String, String> all = new HashMap<>(DEFAULTS);
        if (durations != null) {
            all.putAll(durations);
        }
        all.forEach((name, text) -> parse("semai.durations." + name, text));
        durations = Map.copyOf(all);
    }

    /** A name of the settings, or ISO 8601 text itself. */
    TemporalAmount span(String nameOrText) {
        return parse(nameOrText, text(nameOrText));
    }

    String text(String nameOrText) {
        return durations.getOrDefault(nameOrText, nameOrText);
    }

    private static TemporalAmount parse(String name, String text) {
        try {
            TemporalAmount span = text.contains("T") ? Duration.parse(text) : Period.parse(text);
            if (!isPositive(span)) {
                throw new IllegalArgumentException(
                        "%s: rentang waktu \"%s\" harus lebih dari nol.".formatted(name, text));
            }
            return span;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s: \"%s\" bukan nama rentang waktu dan bukan rentang ISO 8601 seperti P14D atau PT5S."
                            .formatted(name, text),
                    e);
        }
    }

    private static boolean isPositive(TemporalAmount span) {
        return EPOCH.plus(span).isAfter(EPOCH);
    }
}
