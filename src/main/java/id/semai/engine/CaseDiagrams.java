package id.semai.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.stereotype.Service;

/** Where a case stands in its models, as far as whoever asks may see both. */
@Service
public class CaseDiagrams {

    private static final Set<String> AROUND = Set.of("subProcess", "multiInstanceBody");

    private final HistoryService history;
    private final RepositoryService repository;

    CaseDiagrams(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** The case's own process first, then those that it called, in the order of calling. */
    public List<CaseDiagram> of(String caseId) {
        Map<String, Integer> rounds = new HashMap<>();
        List<CaseDiagram> diagrams = new ArrayList<>();
        query(caseId).list().stream()
                .sorted(Comparator.comparing((HistoricProcessInstance instance) ->
                                !instance.getId().equals(caseId))
                        .thenComparing(HistoricProcessInstance::getStartTime))
                .filter(this::mayBeRead)
                .forEach(instance -> diagrams.add(new CaseDiagram(
                        instance.getId(),
                        name(instance),
                        rounds.merge(instance.getProcessDefinitionKey(), 1, Integer::sum),
                        instance.getEndTime() == null)));
        return diagrams;
    }

    /** Empty if the case has no such process, or it is not theirs to see. */
    public Optional<CaseDrawing> draw(String caseId, String instance) {
        return query(caseId).processInstanceId(instance).list().stream()
                .filter(this::mayBeRead)
                .findFirst()
                .map(this::draw);
    }

    private HistoricProcessInstanceQuery query(String caseId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId);
    }

    private boolean mayBeRead(HistoricProcessInstance instance) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(instance.getProcessDefinitionId())
                        .count()
                > 0;
    }

    private static String name(HistoricProcessInstance instance) {
        String name = instance.getProcessDefinitionName();
        return name == null ? instance.getProcessDefinitionKey() : name;
    }

    private CaseDrawing draw(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list();
        Set<String> here = ids(activities, activity -> isOpen(activity) && !isAround(activity));
        Set<String> around = ids(activities, activity -> isOpen(activity) && isAround(activity));
        Set<String> passed = ids(activities, activity -> !isOpen(activity) && !activity.isCanceled());
        passed.removeAll(here);
        passed.removeAll(around);
        return new CaseDrawing(xml(instance.getProcessDefinitionId()), here, around, passed);
    }

    private static boolean isOpen(HistoricActivityInstance activity) {
        return activity.getEndTime() == null;
    }

    private static boolean isAround(HistoricActivityInstance activity) {
        return AROUND.contains(activity.getActivityType());
    }

    private static Set<String> ids(
            List<HistoricActivityInstance> activities, Predicate<HistoricActivityInstance> wanted) {
        return activities.stream()
                .filter(wanted)
                .map(activity -> activity.getActivityId().replace("#multiInstanceBody", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String xml(String definition) {
        try (InputStream model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
