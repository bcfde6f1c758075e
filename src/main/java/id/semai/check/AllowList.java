package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The elements and attributes that a file may hold, and nothing else; looked through before the engine sees the file. */
final class AllowList {

    private static final String ELEMENT_TEMPLATE = " camunda:modelerTemplate camunda:modelerTemplateVersion";
    private static final String ASYNC = " camunda:asyncBefore camunda:asyncAfter camunda:exclusive";
    private static final String NODE = " id name" + ELEMENT_TEMPLATE;
    private static final String COLOURS = " bioc:stroke bioc:fill color:background-color color:border-color";

    private static final AllowList BPMN = new AllowList(
            """
            bpmn:definitions: id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            bpmn:process: isExecutable isClosed processType camunda:historyTimeToLive camunda:isStartableInTasklist camunda:candidateStarterGroups camunda:versionTag + NODE
            bpmn:documentation: id textFormat
            bpmn:extensionElements:
            bpmn:message: + NODE
            bpmn:startEvent: isInterrupting parallelMultiple camunda:formRef camunda:formRefBinding camunda:formKey + NODE + ASYNC
            bpmn:endEvent: + NODE + ASYNC
            bpmn:boundaryEvent: attachedToRef cancelActivity parallelMultiple + NODE + ASYNC
            bpmn:intermediateCatchEvent: parallelMultiple + NODE + ASYNC
            bpmn:intermediateThrowEvent: + NODE + ASYNC
            bpmn:timerEventDefinition: id
            bpmn:messageEventDefinition: id messageRef
            bpmn:terminateEventDefinition: id
            bpmn:timeDate: xsi:type id
            bpmn:timeDuration: xsi:type id
            bpmn:timeCycle: xsi:type id
            bpmn:userTask: default camunda:formRef camunda:formRefBinding camunda:formKey camunda:candidateGroups camunda:dueDate camunda:followUpDate camunda:priority + NODE + ASYNC
            bpmn:serviceTask: default camunda:delegateExpression + NODE + ASYNC
            bpmn:businessRuleTask: default camunda:decisionRef camunda:mapDecisionResult camunda:resultVariable + NODE + ASYNC
            bpmn:receiveTask: default messageRef + NODE + ASYNC
            bpmn:callActivity: default calledElement camunda:calledElementBinding + NODE + ASYNC
            bpmn:subProcess: default triggeredByEvent + NODE + ASYNC
            bpmn:multiInstanceLoopCharacteristics: id isSequential camunda:collection camunda:elementVariable camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            bpmn:loopCardinality: xsi:type id
            bpmn:completionCondition: xsi:type id
            bpmn:exclusiveGateway: default gatewayDirection + NODE + ASYNC
            bpmn:inclusiveGateway: default gatewayDirection + NODE + ASYNC
            bpmn:parallelGateway: gatewayDirection + NODE + ASYNC
            bpmn:eventBasedGateway: gatewayDirection eventGatewayType instantiate + NODE + ASYNC
            bpmn:sequenceFlow: sourceRef targetRef + NODE
            bpmn:conditionExpression: xsi:type id
            bpmn:incoming:
            bpmn:outgoing:
            bpmn:laneSet: id name
            bpmn:lane: id name
            bpmn:flowNodeRef:
            bpmn:collaboration: id name
            bpmn:participant: id name processRef
            bpmn:textAnnotation: id textFormat
            bpmn:text:
            bpmn:association: id sourceRef targetRef associationDirection
            bpmn:group: id categoryValueRef
            bpmn:category: id name
            bpmn:categoryValue: id value
            camunda:properties:
            camunda:property: id name value
            camunda:inputOutput:
            camunda:inputParameter: name
            camunda:outputParameter: name
            camunda:in: businessKey variables source target local sourceExpression
            camunda:out: variables source target local sourceExpression
            camunda:failedJobRetryTimeCycle:
            bpmndi:BPMNDiagram: id name documentation resolution
            bpmndi:BPMNPlane: id bpmnElement
            bpmndi:BPMNShape: id bpmnElement isExpanded isHorizontal isMarkerVisible + COLOURS
            bpmndi:BPMNEdge: id bpmnElement sourceElement targetElement + COLOURS
            bpmndi:BPMNLabel: id labelStyle color:color
            dc:Bounds: x y width height
            di:waypoint: x y
            """);

    private static final AllowList DMN = new AllowList(
            """
            dmn:definitions: id name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            dmn:decision: id name cdmn:historyTimeToLive cdmn:versionTag
            dmn:description:
            dmn:question:
            dmn:allowedAnswers:
            dmn:variable: id name typeRef
            dmn:informationRequirement: id
            dmn:requiredInput: href
            dmn:inputData: id name
            dmn:decisionTable: id hitPolicy aggregation preferredOrientation
            dmn:literalExpression: id typeRef expressionLanguage
            dmn:input: id label cdmn:inputVariable
            dmn:inputExpression: id typeRef expressionLanguage
            dmn:inputValues: id expressionLanguage
            dmn:output: id label name typeRef
            dmn:outputValues: id expressionLanguage
            dmn:rule: id
            dmn:annotation: name
            dmn:annotationEntry:
            dmn:inputEntry: id expressionLanguage
            dmn:outputEntry: id expressionLanguage
            dmn:text:
            dmndi:DMNDI:
            dmndi:DMNDiagram: id name
            dmndi:DMNShape: id dmnElementRef isCollapsed
            dmndi:DMNEdge: id dmnElementRef
            dmndi:DMNLabel: id
            dmnline:Size: width height
            dmnline:waypoint: x y
            dmndc:Bounds: x y width height
            """);

    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
    private static final Set<String> OF_SCRIPTS = Set.of("scriptFormat", "language", "resource");
    private static final Set<String> OF_CLASSES =
            Set.of("class", "formHandlerClass", "variableMappingClass", "taskListener", "executionListener");

    private final Map<String, Set<String>> attributes;

    private AllowList(String table) {
        attributes = table.lines()
                .map(line -> line.split(":(?= |$)", 2))
                .collect(Collectors.toMap(line -> line[0], line -> words(line[1])));
    }

    private static Set<String> words(String listed) {
        String all = listed.replace("+ NODE", NODE).replace("+ ASYNC", ASYNC).replace("+ COLOURS", COLOURS);
        Set<String> words = new HashSet<>(Arrays.asList(all.strip().split("\\s+")));
        words.remove("");
        return words;
    }

    static void look(XmlElement root, Report report) {
        (root.kind().startsWith("dmn:") ? DMN : BPMN).look(root, root, report);
    }

    /** What stands in something that is refused is not told of, too. */
    private void look(XmlElement element, XmlElement owner, Report report) {
        XmlElement named = element.id() == null ? owner : element;
        if (refuses(element, named, report)) {
            return;
        }
        element.attributes().keySet().stream()
                .filter(name -> !attributes.get(element.kind()).contains(name))
                .forEach(name -> attribute(element, name, named, report));
        element.children().forEach(child -> look(child, named, report));
    }

    private boolean refuses(XmlElement element, XmlElement named, Report report) {
        if (SCRIPTS.contains(element.tag())) {
            tell(Rule.SCRIPT, element, named, report);
        } else if (element.tag().equals("connector")) {
            tell(Rule.CONNECTOR, element, named, report);
        } else if (!attributes.containsKey(element.kind())) {
            boolean ours = element.kind().startsWith("bpmn") || element.kind().startsWith("dmn");
            tell(ours ? Rule.ELEMENT_NOT_ALLOWED : Rule.EXTENSION_NOT_ALLOWED, element, named, report);
        } else {
            return false;
        }
        return true;
    }

    private static void attribute(XmlElement element, String attribute, XmlElement named, Report report) {
        String local = attribute.substring(Math.max(attribute.lastIndexOf(':'), attribute.lastIndexOf('}')) + 1);
        String value = element.attribute(attribute);
        if (OF_SCRIPTS.contains(local)) {
            tell(Rule.SCRIPT, element, named, report);
        } else if (OF_CLASSES.contains(local)) {
            tell(Rule.JAVA_CLASS, element, named, report, value);
        } else if (local.equals("topic")) {
            tell(Rule.TOPIC, element, named, report, value);
        } else if (local.equals("type") && !attribute.startsWith("xsi:")) {
            tell(Rule.TASK_TYPE, element, named, report, value);
        } else {
            tell(Rule.ATTRIBUTE_NOT_ALLOWED, element, named, report, attribute);
        }
    }

    private static void tell(Rule rule, XmlElement element, XmlElement named, Report report, String... more) {
        List<String> words = new ArrayList<>(List.of(element.tag()));
        words.addAll(List.of(more));
        report.add(rule, element.line(), named.id(), named.name(), words.toArray());
    }
}
