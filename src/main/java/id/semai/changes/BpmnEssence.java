package id.semai.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a BPMN file the engine, or a person at work, would notice. */
final class BpmnEssence extends Essence {

    /** The flows of an exclusive gateway in the order in which the engine asks their conditions: the first one wins. */
    static final String ORDER = "~order";

    static final Set<String> CONTAINERS =
            Set.of("definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration");

    private static final Set<String> NO_PARTS = Set.of(
            "documentation",
            "extensionElements",
            "ioSpecification",
            "property",
            "auditing",
            "monitoring",
            "dataInputAssociation",
            "dataOutputAssociation",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics",
            "humanPerformer",
            "performer",
            "potentialOwner",
            "resourceRole",
            "completionCondition",
            "correlationSubscription",
            "supportedInterfaceRef",
            "supports",
            "import",
            "extension",
            "laneSet",
            "childLaneSet");

    /** Nothing refers to an id of these. */
    private static final Set<String> NAMELESS = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "signalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition",
            "conditionalEventDefinition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "condition",
            "conditionExpression",
            "completionCondition",
            "loopCardinality",
            "multiInstanceLoopCharacteristics",
            "documentation",
            "extensionElements");

    private static final Set<String> NOTHING_WHEN_EMPTY =
            Set.of("extensionElements", "camunda:properties", "camunda:inputOutput");

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("cancelActivity", "true"),
            Map.entry("isInterrupting", "true"),
            Map.entry("triggeredByEvent", "false"),
            Map.entry("isSequential", "false"),
            Map.entry("isForCompensation", "false"),
            Map.entry("parallelMultiple", "false"),
            Map.entry("camunda:asyncBefore", "false"),
            Map.entry("camunda:asyncAfter", "false"),
            Map.entry("camunda:exclusive", "true"),
            Map.entry("xsi:type", "{}tFormalExpression"));

    private final Map<String, List<String>> flows = new HashMap<>();

    static Piece read(byte[] content) throws Unreadable {
        Piece root = XmlReader.read(content);
        BpmnEssence essence = new BpmnEssence();
        essence.collectFlows(root);
        return essence.of(root);
    }

    private void collectFlows(Piece piece) {
        if (piece.name().equals("sequenceFlow") && piece.id() != null && piece.attribute("sourceRef") != null) {
            flows.computeIfAbsent(piece.attribute("sourceRef"), source -> new ArrayList<>())
                    .add(piece.id());
        }
        piece.children().forEach(this::collectFlows);
    }

    @Override
    void reduce(Piece piece, Piece parent, Map<String, String> attributes) {
        attributes.entrySet().removeIf(entry -> entry.getValue().equals(DEFAULTS.get(entry.getKey())));
        if (parent != null && NAMELESS.contains(piece.name()) && !parent.name().equals("definitions")) {
            attributes.remove("id");
        }
        if (piece.name().equals("exclusiveGateway")) {
            List<String> asked = new ArrayList<>(flows.getOrDefault(piece.id(), List.of()));
            asked.remove(piece.attribute("default"));
            if (asked.size() > 1) {
                attributes.put(ORDER, String.join("\n", asked));
            }
        }
    }

    @Override
    boolean isContainer(Piece piece) {
        return CONTAINERS.contains(piece.name());
    }

    @Override
    boolean isPart(Piece piece) {
        return isPartOfModel(piece);
    }

    static boolean isPartOfModel(Piece piece) {
        return piece.isOfTheModel() && !NO_PARTS.contains(piece.name());
    }

    /** The engine reads flows from their own elements. */
    @Override
    boolean isRepeated(Piece piece) {
        return piece.name().equals("incoming") || piece.name().equals("outgoing");
    }

    @Override
    boolean saysNothing(Piece piece) {
        return (NOTHING_WHEN_EMPTY.contains(piece.name()) && piece.isEmpty()) || isBlankProperty(piece);
    }

    private static boolean isBlankProperty(Piece piece) {
        String value = piece.attribute("value");
        return piece.name().equals("camunda:property")
                && piece.children().isEmpty()
                && piece.text().isEmpty()
                && (value == null || value.isBlank());
    }
}
