package id.semai.dashboard;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a step of a journey is, by the CloudEvents type of its event. */
public enum Happening {
    STARTED("id.semai.innovation.started.v1"),
    ENTERED("id.semai.stage.entered.v1"),
    COMPLETED("id.semai.stage.completed.v1"),
    CANCELLED("id.semai.stage.cancelled.v1"),
    OVERDUE("id.semai.stage.overdue.v1"),
    FINISHED("id.semai.innovation.finished.v1"),
    MIGRATED("id.semai.innovation.migrated.v1"),
    /** A type or a version of one that this board does not know: it counts as a step and changes no figure. */
    OTHER(null);

    private static final Map<String, Happening> BY_TYPE = Arrays.stream(values())
            .filter(happening -> happening != OTHER)
            .collect(Collectors.toUnmodifiableMap(happening -> happening.type, happening -> happening));

    private final String type;

    Happening(String type) {
        this.type = type;
    }

    /** {@link #OTHER} for what is not known. */
    public static Happening of(String type) {
        return BY_TYPE.getOrDefault(type, OTHER);
    }
}
