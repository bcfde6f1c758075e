package id.semai.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The user tasks of one stage, and for whom they are. */
class StageTasks {

    private final String code;
    private final String name;
    private final StageTasks around;
    private final Set<String> processes = new LinkedHashSet<>();
    private final Set<String> tasks = new LinkedHashSet<>();
    private final Set<String> candidates = new LinkedHashSet<>();

    /** @param around the stage that it lies in, null for a stage of the journey itself */
    StageTasks(String code, String name, StageTasks around) {
        this.code = code;
        this.name = name;
        this.around = around;
    }

    void add(String process, String task, Collection<String> groups) {
        processes.add(process);
        tasks.add(task);
        candidates.addAll(groups);
    }

    String code() {
        return code;
    }

    /** Indented by a dot beneath the stage that it lies in. */
    String shortName() {
        return around == null ? name : "· " + name;
    }

    String fullName() {
        return around == null ? name : around.fullName() + " – " + name;
    }

    StageTasks outermost() {
        return around == null ? this : around.outermost();
    }

    Set<String> processes() {
        return processes;
    }

    Set<String> tasks() {
        return tasks;
    }

    /** Whoever works in it or oversees all; a candidate group that only the running case knows may be any. */
    boolean isUsedBy(Role role) {
        return role.works().stream().anyMatch(processes::contains)
                && (role.allTasks()
                        || candidates.contains(role.id())
                        || candidates.stream().anyMatch(group -> group.contains("{")));
    }
}
