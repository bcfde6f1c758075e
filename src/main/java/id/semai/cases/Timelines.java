package id.semai.cases;

import id.semai.engine.CaseFile;
import id.semai.engine.CaseFiles;
import id.semai.engine.CaseTask;
import id.semai.engine.CaseTasks;
import id.semai.handover.HandoverLog;
import id.semai.journal.Chronicles;
import id.semai.journal.Units;
import id.semai.people.RoleNames;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Journeys of innovations, told with the rights of whoever asks. The stages are what the journal told, so that the page
 * and the dashboards cannot differ; who did what is the engine's history, since events name no person.
 */
@Service
class Timelines {

    static final String INNOVATION = "innovation-journey";

    private final Visitors visitors;
    private final CaseFiles cases;
    private final CaseTasks tasks;
    private final Chronicles chronicles;
    private final Units units;
    private final RoleNames roleNames;
    private final HandoverLog handovers;

    Timelines(
            Visitors visitors,
            CaseFiles cases,
            CaseTasks tasks,
            Chronicles chronicles,
            Units units,
            RoleNames roleNames,
            HandoverLog handovers) {
        this.visitors = visitors;
        this.cases = cases;
        this.tasks = tasks;
        this.chronicles = chronicles;
        this.units = units;
        this.roleNames = roleNames;
        this.handovers = handovers;
    }

    /** Empty if there is no such innovation, or it is not theirs to see. */
    Optional<Timeline> find(String id, HttpServletRequest request) {
        return visitors.asVisitor(request, () -> cases.find(id)
                        .filter(file -> file.processKey().equals(INNOVATION))
                        .map(file -> new Seen(file, tasks.of(id))))
                .map(this::tell);
    }

    private Timeline tell(Seen seen) {
        Set<String> roles =
                seen.tasks().stream().flatMap(task -> task.roles().stream()).collect(Collectors.toSet());
        return Timeline.of(
                seen.file().id(),
                String.valueOf(seen.file().values().get("title")),
                units.find(seen.file().unit()).orElseThrow(),
                chronicles.find(seen.file().id()).orElseThrow(),
                seen.tasks(),
                roleNames.of(roles),
                handovers.inCase(seen.file().id()));
    }

    private record Seen(CaseFile file, List<CaseTask> tasks) {}
}
