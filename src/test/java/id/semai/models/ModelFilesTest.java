package id.semai.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.models.Model.Drawn;
import id.semai.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model in {@code processes/}, read without an engine. */
class ModelFilesTest {

    private static final Path TEMPLATES = Model.FOLDER.resolve(".camunda/element-templates");
    private static final Set<String> STARTED_BY_PEOPLE = Set.of("workshop", "innovation-journey");
    private static final Set<String> DELEGATES = Set.of(
            "${listUnits}",
            "${openSigning}",
            "${startJourney}",
            "${recordPaperSignatures}",
            "${collectCommitments}",
            "${closeSilent}",
            "${tellWorkshop}",
            "${remind}",
            "${freezeBaseline}");
    private static final Set<String> CASE_VARIABLES = Set.of(
            "outcome", "workshopId", "facilitated", "closedBy", "signDecision", "followUp", "decided", "silentCount");
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]*}");
    private static final Pattern IDENTIFIER = Pattern.compile("'[^']*'|[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> WORDS_OF_EXPRESSIONS = Set.of("null", "true", "false", "and", "or", "not");

    static Stream<Model> models() {
        return Model.all();
    }

    static Stream<Path> tables() {
        return Model.files(".dmn");
    }

    @Test
    void theSixProcessesAndTheFourTablesAreThere() {
        assertThat(models().map(Model::name))
                .contains("workshop", "innovation-journey", "commitment", "action-plan", "lab-development", "rollout");
        assertThat(tables().map(Model::nameOf))
                .contains("innovation-eligibility", "eligibility-gaps", "innovation-kind", "legal-instrument");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileIsNamedAfterItsOneExecutableProcess(Model model) {
        assertThat(model.each(Process.class))
                .singleElement()
                .satisfies(process -> assertThat(process.getId()).isEqualTo(model.name()))
                .satisfies(process -> assertThat(process.isExecutable()).isTrue())
                .satisfies(process -> assertThat(documentation(process)).isNotBlank());
        assertThat(model.text())
                .contains("modeler:executionPlatform=\"Camunda Platform\"", "executionPlatformVersion=\"7.24.0\"");
    }

    @ParameterizedTest
    @MethodSource("models")
    void historyIsKeptForTenYears(Model model) {
        assertThat(model.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void onlyTheWorkshopAndTheJourneyAreStartedByPeople(Model model) {
        assertThat(model.process().isCamundaStartableInTasklist()).isEqualTo(STARTED_BY_PEOPLE.contains(model.name()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskSaysWhatToDoAndWhoDoesItOnWhichForm(Model model) {
        assertThat(model.each(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getName()).as("name").isNotBlank();
            assertThat(documentation(task)).as("documentation").isNotBlank();
            assertThat(task.getCamundaCandidateGroups()).as("candidate groups").isNotBlank();
            assertThat(task.getCamundaFormRef() == null)
                    .as("a Camunda form, or an HTML form served by the application")
                    .isEqualTo(task.getCamundaFormKey() != null
                            && task.getCamundaFormKey().startsWith("embedded:/forms/"));
            if (task.getCamundaFormRef() != null) {
                assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFormThatIsNamedExists(Model model) {
        Set<String> forms = Model.files(".form").map(Model::nameOf).collect(Collectors.toSet());
        if (!forms.isEmpty()) {
            assertThat(formRefs(model)).isSubsetOf(forms);
        }
        Path pages = Path.of("src/main/resources/static/forms");
        if (Files.isDirectory(pages)) {
            assertThat(model.each(UserTask.class).stream()
                            .map(UserTask::getCamundaFormKey)
                            .filter(Objects::nonNull)
                            .map(key -> pages.resolve(key.substring("embedded:/forms/".length()))))
                    .allMatch(Files::isRegularFile);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFormNeverShowsTheLastAnswer(Model model) {
        assertThat(model.each(UserTask.class)).allSatisfy(task -> {
            Map<String, String> inputs = Model.inputs(task);
            assertThat(inputs.keySet())
                    .as("what is emptied for the task leaves it by an output mapping")
                    .allMatch(key -> !inputs.get(key).equals("${null}")
                            || Model.outputs(task).containsValue("${" + key + "}"));
            assertThat(Model.outputs(task).values())
                    .as("what an output mapping reads exists in the task, even when the task is interrupted")
                    .allMatch(value -> value.equals("${null}") || inputs.containsKey(value.replaceAll("[${}]", "")));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyGatewayAsksAndEveryAnswerLeadsOn(Model model) {
        assertThat(model.each(ExclusiveGateway.class)).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getName()).endsWith("?");
            assertThat(gateway.getDefault()).as("default flow").isNotNull();
            assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(flow -> {
                assertThat(flow.getName()).as("label of " + flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null)
                        .as("condition of " + flow.getId())
                        .isEqualTo(flow.equals(gateway.getDefault()));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aConditionReadsOnlyWhatIsSetBefore(Model model) {
        Set<String> known = new HashSet<>(CASE_VARIABLES);
        model.each(UserTask.class)
                .forEach(task -> known.addAll(Model.outputs(task).keySet()));
        model.each(BusinessRuleTask.class).forEach(rule -> known.add(rule.getCamundaResultVariable()));
        assertThat(model.each(SequenceFlow.class).stream()
                        .filter(flow -> flow.getConditionExpression() != null)
                        .flatMap(flow ->
                                identifiers(flow.getConditionExpression().getTextContent())))
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelBringsCodeOfItsOwn(Model model) {
        assertThat(model.each(ScriptTask.class)).isEmpty();
        assertThat(model.text())
                .doesNotContain("camunda:script", "camunda:class", "camunda:type=", "camunda:expression")
                .doesNotContain("camunda:executionListener", "camunda:taskListener", "camunda:connector");
        assertThat(Stream.concat(
                                model.each(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
                                model.each(BusinessRuleTask.class).stream()
                                        .map(BusinessRuleTask::getCamundaDelegateExpression))
                        .filter(Objects::nonNull))
                .isSubsetOf(DELEGATES);
        assertThat(expressions(model))
                .as("expressions call functions, never methods")
                .noneMatch(expression -> expression.matches(".*\\.\\s*\\w+\\s*\\(.*"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyStageHasACodeOfItsOwn(Model model) {
        List<String> codes =
                stages(model).map(stage -> Model.marker(stage, "stage")).toList();
        assertThat(codes).doesNotHaveDuplicates().allSatisfy(code -> new Stage(code, null));
        assertThat(stages(model)).allSatisfy(stage -> assertThat(((FlowElement) stage).getName())
                .as("name of " + stage.getId())
                .isNotBlank());
    }

    @Test
    void theStagesOfAJourneyAreThoseOfTheContract() {
        assertThat(models().flatMap(ModelFilesTest::stages).map(stage -> Model.marker(stage, "stage")))
                .contains("commitment", "action-plan", "action-plan.draft", "action-plan.review")
                .contains("lab", "lab.diagnose", "lab.design", "lab.deliver", "lab.display")
                .contains("rollout", "rollout.trial", "rollout.adoption", "rollout.results")
                .doesNotHaveDuplicates();
        assertThat(models().filter(model -> "innovation".equals(Model.marker(model.process(), "journey"))))
                .extracting(Model::name)
                .containsExactly("innovation-journey");
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyEndOfAStageHasAnOutcome(Model model) {
        assertThat(model.each(SubProcess.class).stream()
                        .filter(stage -> Model.marker(stage, "stage") != null)
                        .flatMap(stage -> stage.getChildElementsByType(EndEvent.class).stream()))
                .allSatisfy(end -> assertThat(Model.marker(end, "outcome")).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDelayIsAnnouncedWithoutHoldingUpTheStage(Model model) {
        assertThat(model.each(BoundaryEvent.class).stream()
                        .filter(event -> "overdue".equals(Model.marker(event, "signal"))))
                .allSatisfy(event -> {
                    assertThat(event.cancelActivity()).isFalse();
                    assertThat(event.getEventDefinitions()).singleElement().isInstanceOf(TimerEventDefinition.class);
                    assertThat(Model.marker(event.getAttachedTo(), "stage")).isNotNull();
                    assertThat(event.getSucceedingNodes().list())
                            .singleElement()
                            .isInstanceOf(EndEvent.class);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void fourEyesNameTasksOfTheSameProcess(Model model) {
        Set<String> tasks =
                model.each(UserTask.class).stream().map(UserTask::getId).collect(Collectors.toSet());
        assertThat(model.each(UserTask.class).stream()
                        .map(task -> Model.marker(task, "notBy"))
                        .filter(Objects::nonNull)
                        .flatMap(notBy -> Arrays.stream(notBy.split(","))))
                .isSubsetOf(tasks);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCalledProcessKnowsTheInnovationAndSharesItsVariables(Model model) {
        Set<String> processes = models().map(Model::name).collect(Collectors.toSet());
        assertThat(model.each(CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCalledElement()).isIn(processes);
            assertThat(call.getCamundaCalledElementBinding()).isIn(null, "latest");
            assertThat(Model.extensions(call, CamundaIn.class))
                    .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))
                    .anyMatch(in -> "all".equals(in.getCamundaVariables()));
            assertThat(Model.extensions(call, CamundaOut.class))
                    .anyMatch(out -> "all".equals(out.getCamundaVariables()));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCalledProcessEndsAtOnceAndWithAnOutcome(Model model) {
        boolean called = models().flatMap(caller -> caller.each(CallActivity.class).stream())
                .anyMatch(call -> call.getCalledElement().equals(model.name()));
        if (called) {
            assertThat(model.process().getChildElementsByType(EndEvent.class).stream()
                            .filter(end -> !announcesADelay(end)))
                    .isNotEmpty()
                    .allSatisfy(end -> {
                        assertThat(end.getEventDefinitions())
                                .singleElement()
                                .isInstanceOf(TerminateEventDefinition.class);
                        assertThat(Model.marker(end, "outcome")).isNotBlank();
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsNamed(Model model) {
        assertThat(model.each(FlowNode.class).stream()
                        .filter(node -> node instanceof Event || node instanceof Activity))
                .allSatisfy(node ->
                        assertThat(node.getName()).as("name of " + node.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Model model) {
        assertThat(model.shapes().stream().map(Drawn::node))
                .containsExactlyInAnyOrderElementsOf(model.each(FlowNode.class));
        assertThat(model.each(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .containsExactlyInAnyOrderElementsOf(List.copyOf(model.each(SequenceFlow.class)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void noShapeLiesOnAnother(Model model) {
        List<Drawn> shapes = model.shapes();
        for (Drawn one : shapes) {
            for (Drawn other : shapes) {
                if (one.isWithin(other) && !(one.node() instanceof BoundaryEvent)) {
                    assertThat(other.contains(one)).as("%s in %s", one, other).isTrue();
                } else if (one.sitsOn(other)) {
                    assertThat(one.overlaps(other)).as("%s on %s", one, other).isTrue();
                } else if (one != other && !other.isWithin(one) && !one.isWithin(other) && !other.sitsOn(one)) {
                    assertThat(one.overlaps(other)).as("%s and %s", one, other).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void linesRunStraightOrAtRightAngles(Model model) {
        assertThat(model.each(BpmnEdge.class)).allSatisfy(edge -> {
            var points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                var from = points.get(i - 1);
                var to = points.get(i);
                assertThat(from.getX().equals(to.getX()) || from.getY().equals(to.getY()))
                        .as(edge.getId())
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsNamedAfterItsDecisionAndExplainsEveryRule(Path file) {
        DmnModelInstance table = Dmn.readModelFromFile(file.toFile());
        assertThat(table.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getId()).isEqualTo(Model.nameOf(file));
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        });
        assertThat(table.getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(rule -> assertThat(
                        rule.getDescription().getTextContent())
                .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDecisionThatIsAskedExists(Model model) {
        assertThat(model.each(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaDecisionRef))
                .isSubsetOf(tables().map(Model::nameOf).toList());
    }

    @Test
    void theElementTemplatesOfferEveryMarkerThatTheModelsCarry() throws IOException {
        Set<String> offered = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode template : templates()) {
            ids.add(template.path("id").asText());
            template.path("properties")
                    .forEach(property ->
                            offered.add(property.path("binding").path("name").asText()));
        }
        assertThat(models().flatMap(model -> model.each(BaseElement.class).stream())
                        .flatMap(element -> Model.markers(element).keySet().stream()))
                .isNotEmpty()
                .isSubsetOf(offered);
        assertThat(models().flatMap(
                                model -> matches(Pattern.compile("camunda:modelerTemplate=\"([^\"]*)\""), model.text()))
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    private static List<JsonNode> templates() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> {
                        try {
                            return json.readTree(file.toFile());
                        } catch (IOException e) {
                            throw new IllegalStateException(file + " is not JSON", e);
                        }
                    })
                    .toList();
        }
    }

    private static boolean announcesADelay(EndEvent end) {
        return end.getPreviousNodes().list().stream().allMatch(node -> "overdue".equals(Model.marker(node, "signal")));
    }

    private static Stream<BaseElement> stages(Model model) {
        return Stream.<Collection<? extends BaseElement>>of(
                        model.each(CallActivity.class), model.each(SubProcess.class))
                .flatMap(Collection::stream)
                .map(BaseElement.class::cast)
                .filter(element -> Model.marker(element, "stage") != null);
    }

    private static List<String> formRefs(Model model) {
        return Stream.concat(
                        model.each(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.each(StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<String> identifiers(String condition) {
        return matches(IDENTIFIER, condition)
                .map(MatchResult::group)
                .filter(word -> !word.startsWith("'") && !WORDS_OF_EXPRESSIONS.contains(word));
    }

    private static Stream<String> expressions(Model model) {
        return matches(EXPRESSION, model.text()).map(MatchResult::group);
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .collect(Collectors.joining());
    }
}
