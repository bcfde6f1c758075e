package id.semai.cases;

import static java.util.stream.Collectors.toList;

import id.semai.cases.Timeline.Step;
import id.semai.engine.CaseFile;
import id.semai.engine.CaseFiles;
import id.semai.engine.CaseTask;
import id.semai.engine.CaseTasks;
import id.semai.evidence.EvidenceFile;
import id.semai.evidence.EvidenceFiles;
import id.semai.handover.Handover;
import id.semai.handover.HandoverLog;
import id.semai.journal.Chronicles;
import id.semai.journal.Units;
import id.semai.people.RoleNames;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final EvidenceFiles files;

    Timelines(
            Visitors visitors,
            CaseFiles cases,
            CaseTasks tasks,
            Chronicles chronicles,
            Units units,
            RoleNames roleNames,
            HandoverLog handovers,
            EvidenceFiles files) {
        this.visitors = visitors;
        this.cases = cases;
        this.tasks = tasks;
        this.chronicles = chronicles;
        this.units = units;
        this.roleNames = roleNames;
        this.handovers = handovers;
        this.files = files;
    }

    /** Empty if there is no such innovation, or it is not theirs to see. */
    Optional<Timeline> find(String id, HttpServletRequest request) {
        return visitors.asVisitor(request, () -> cases.find(id)
                        .filter(file -> file.processKey().equals(INNOVATION))
                        .map(this::look))
                .map(this::tell);
    }

    private Seen look(CaseFile file) {
        List<CaseTask> work = tasks.of(file.id());
        List<EvidenceFile> evidence = files.of(file.id());
        Map<String, List<String>> roles = new HashMap<>();
        work.forEach(task -> roles.put(task.id(), task.roles()));
        evidence.forEach(attached -> roles.computeIfAbsent(attached.task(), tasks::roles));
        return new Seen(file, work, evidence, roles);
    }

    private Timeline tell(Seen seen) {
        String id = seen.file().id();
        Map<String, String> roles = names(seen.roles());
        Map<String, List<Handover>> handed =
                handovers.inCase(id).stream().collect(Collectors.groupingBy(Handover::task));
        Map<String, List<Attachment>> attached = seen.evidence().stream()
                .map(file -> new Attachment(file, roles.get(file.task())))
                .collect(Collectors.groupingBy(attachment -> attachment.file().task(), LinkedHashMap::new, toList()));
        List<Step> steps = seen.tasks().stream()
                .map(task -> new Step(
                        task,
                        roles.get(task.id()),
                        handed.getOrDefault(task.id(), List.of()),
                        Optional.ofNullable(attached.remove(task.id())).orElse(List.of())))
                .toList();
        return Timeline.of(
                id,
                String.valueOf(seen.file().values().get("title")),
                units.find(seen.file().unit()).orElseThrow(),
                chronicles.find(id).orElseThrow(),
                steps,
                attached.values().stream().flatMap(List::stream).toList());
    }

    /** By task, the names of the roles that it was offered to, as a sentence says them. */
    private Map<String, String> names(Map<String, List<String>> rolesByTask) {
        Map<String, String> known =
                roleNames.of(rolesByTask.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<String, String> names = new HashMap<>();
        rolesByTask.forEach((task, roles) -> names.put(
                task,
                roles.stream().map(role -> known.getOrDefault(role, role)).collect(Collectors.joining(" atau "))));
        return names;
    }

    /** @param roles ids, by task, also of the tasks that are not told but have files */
    private record Seen(
            CaseFile file, List<CaseTask> tasks, List<EvidenceFile> evidence, Map<String, List<String>> roles) {}
}
