package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Box> boxes = boxes(model);
        model.scopes().forEach(scope -> overlaps(scope, boxes, model.report()));
        model.each("bpmndi:BPMNShape", "bpmndi:BPMNEdge", "bpmndi:BPMNPlane")
                .filter(drawn -> model.find(drawn.attribute("bpmnElement")) == null)
                .forEach(drawn ->
                        model.report().add(Rule.DIAGRAM_STRAY, drawn, String.valueOf(drawn.attribute("bpmnElement"))));
    }

    /** Of what stands side by side; a boundary event sits on another element, and a sub-process holds others. */
    private static void overlaps(XmlElement scope, Map<String, Box> boxes, Report report) {
        List<XmlElement> beside = Bpmn.nodes(scope).stream()
                .filter(node -> !node.is("bpmn:boundaryEvent") && boxes.containsKey(String.valueOf(node.id())))
                .toList();
        for (int one = 0; one < beside.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (boxes.get(beside.get(one).id())
                        .overlaps(boxes.get(beside.get(other).id()))) {
                    report.add(
                            Rule.DIAGRAM_OVERLAP,
                            beside.get(one),
                            beside.get(other).id());
                }
            }
        }
    }

    private static Map<String, Box> boxes(Bpmn model) {
        Map<String, Box> boxes = new HashMap<>();
        model.each("bpmndi:BPMNShape").forEach(shape -> shape.children("dc:Bounds")
                .findFirst()
                .ifPresent(bounds -> boxes.put(String.valueOf(shape.attribute("bpmnElement")), Box.of(bounds))));
        return boxes;
    }

    private record Box(double left, double top, double right, double bottom) {

        /** The schema has made sure that these are numbers. */
        static Box of(XmlElement bounds) {
            double left = number(bounds.attribute("x"));
            double top = number(bounds.attribute("y"));
            return new Box(
                    left, top, left + number(bounds.attribute("width")), top + number(bounds.attribute("height")));
        }

        /** XML writes what is infinite in another way than Java does. */
        private static double number(String text) {
            return text.endsWith("INF") ? Double.MAX_VALUE : Double.parseDouble(text);
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static Set<String> drawn(Bpmn model, String kind) {
        return model.each(kind)
                .map(drawn -> String.valueOf(drawn.attribute("bpmnElement")))
                .collect(Collectors.toSet());
    }
}
