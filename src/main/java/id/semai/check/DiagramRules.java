package id.semai.check;

import java.util.Set;
import java.util.stream.Collectors;

/** The diagram shows the whole process and nothing else, since people follow their innovation on it. */
final class DiagramRules implements Rules {

    @Override
    public void look(Bpmn model, Folder folder) {
        Set<String> shapes = drawn(model, "bpmndi:BPMNShape");
        Set<String> edges = drawn(model, "bpmndi:BPMNEdge");
        model.scopes()
                .flatMap(scope -> Bpmn.nodes(scope).stream())
                .filter(node -> !shapes.contains(node.id()))
                .forEach(node -> model.report().add(Rule.DIAGRAM_MISSING, node));
        model.each("bpmn:sequenceFlow")
                .filter(flow -> !edges.contains(flow.id()))
                .forEach(flow -> model.report().add(Rule.DIAGRAM_MISSING, flow));
        model.each("bpmndi:BPMNShape", "bpmndi:BPMNEdge", "bpmndi:BPMNPlane")
                .filter(drawn -> model.find(drawn.attribute("bpmnElement")) == null)
                .forEach(drawn ->
                        model.report().add(Rule.DIAGRAM_STRAY, drawn, String.valueOf(drawn.attribute("bpmnElement"))));
    }

    private static Set<String> drawn(Bpmn model, String kind) {
        return model.each(kind)
                .map(drawn -> String.valueOf(drawn.attribute("bpmnElement")))
                .collect(Collectors.toSet());
    }
}
