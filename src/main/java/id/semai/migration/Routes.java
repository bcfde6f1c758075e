package id.semai.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.migration.MigrationPlan.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the way between two versions: the engine's generated instructions, judged by our rules. */
@Component
class Routes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = "#multiInstanceBody";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final JdbcClient database;

    Routes(RepositoryService repository, RuntimeService runtime, JdbcClient database) {
        this.repository = repository;
        this.runtime = runtime;
        this.database = database;
    }

    /** @throws RefusedMigration if there is no way at all: an unknown version, or one of another process */
    Route find(String fromDefinition, String toDefinition) {
        ProcessDefinition from = definition(fromDefinition);
        ProcessDefinition to = definition(toDefinition);
        if (!from.getKey().equals(to.getKey()) || from.getId().equals(to.getId())) {
            throw new RefusedMigration(
                    "Inovasi berpindah antara dua versi dari proses yang sama, bukan dari %s versi %d ke %s versi %d."
                            .formatted(from.getKey(), from.getVersion(), to.getKey(), to.getVersion()));
        }
        Comparison comparison = new Comparison(blueprint(from), blueprint(to));
        List<MigrationInstruction> generated = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build()
                .getInstructions();
        return new Route(
                comparison, engine(comparison, generated), places(comparison, ids(generated)), comparison.forgotten());
    }

    private ProcessDefinition definition(String id) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        if (definition == null) {
            throw new RefusedMigration("Versi proses %s tidak ada.".formatted(id));
        }
        return definition;
    }

    private Blueprint blueprint(ProcessDefinition definition) {
        return new Blueprint(
                definition, repository.getBpmnModelInstance(definition.getId()), forms(definition.getDeploymentId()));
    }

    private Map<String, JsonNode> forms(String deployment) {
        Map<String, JsonNode> forms = new HashMap<>();
        database.sql(
                        """
                        select f.key_ as id, b.bytes_ as content from act_re_camformdef f
                        join act_ge_bytearray b on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_
                        where f.deployment_id_ = :deployment
                        """)
                .param("deployment", deployment)
                .query((row, number) -> forms.put(row.getString("id"), json(row.getBytes("content"))))
                .list();
        return forms;
    }

    private static JsonNode json(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException unreadable) {
            return JSON.getNodeFactory().binaryNode(content);
        }
    }

    private static Set<String> ids(List<MigrationInstruction> instructions) {
        return instructions.stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
    }

    /** Due dates stay as they are, except where the timer's definition is another one. */
    private org.camunda.bpm.engine.migration.MigrationPlan engine(
            Comparison comparison, List<MigrationInstruction> generated) {
        var plan = runtime.createMigrationPlan(
                comparison.old().definition().getId(),
                comparison.fresh().definition().getId());
        for (MigrationInstruction instruction : generated) {
            MigrationInstructionBuilder mapped =
                    plan.mapActivities(instruction.getSourceActivityId(), instruction.getTargetActivityId());
            if (instruction.isUpdateEventTrigger() || comparison.takesNewTimer(instruction.getSourceActivityId())) {
                mapped.updateEventTrigger();
            }
        }
        return plan.build();
    }

    private static List<Place> places(Comparison comparison, Set<String> mapped) {
        List<Place> places = new ArrayList<>();
        comparison.old().nodes().stream()
                .filter(Comparison::isPlace)
                .map(node -> place(node, comparison, isMapped(node, mapped)))
                .sorted(Comparator.comparing(Place::element))
                .forEach(places::add);
        List<Reason> ofAll = comparison.ofProcess();
        if (!ofAll.isEmpty()) {
            ProcessDefinition old = comparison.old().definition();
            places.add(0, new Place(old.getKey(), "process", old.getName(), old.getKey(), 0, 0, ofAll));
        }
        return List.copyOf(places);
    }

    private static Place place(FlowNode node, Comparison comparison, boolean mapped) {
        List<Reason> reasons = comparison.of(node, mapped);
        boolean goesOn = mapped && reasons.stream().noneMatch(Reason::blocks);
        return new Place(
                node.getId(),
                node.getElementType().getTypeName(),
                Words.name(node),
                goesOn ? node.getId() : null,
                0,
                0,
                reasons);
    }

    /** The element and all scopes around it: the engine would end those that are not, and begin others. */
    private static boolean isMapped(FlowNode node, Set<String> mapped) {
        return Stream.concat(Stream.of(node), Blueprint.around(node).stream())
                .allMatch(one ->
                        mapped.contains(one.getId()) && (!isRepeated(one) || mapped.contains(one.getId() + BODY)));
    }

    private static boolean isRepeated(FlowNode node) {
        return node instanceof Activity activity && activity.getLoopCharacteristics() != null;
    }
}
