package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything is reached, everything leads to an end, and whoever branches knows where to go. */
final class FlowRules implements Rules {

    private static final String[] CHOICES = {"bpmn:exclusiveGateway", "bpmn:inclusiveGateway"};

    @Override
    public void look(Bpmn model, Folder folder) {
        model.scopes().forEach(scope -> ways(scope, model.report()));
        model.each(CHOICES).forEach(gateway -> branches(gateway, model.report()));
    }

    private static void ways(XmlElement scope, Report report) {
        List<XmlElement> nodes = Bpmn.nodes(scope);
        Map<String, Set<String>> onward = steps(scope, nodes, "sourceRef", "targetRef");
        Map<String, Set<String>> backward = steps(scope, nodes, "targetRef", "sourceRef");
        nodes.stream()
                .filter(node -> node.is("bpmn:boundaryEvent"))
                .filter(event -> event.has("attachedToRef") && event.id() != null)
                .forEach(event -> {
                    onward.computeIfAbsent(event.attribute("attachedToRef"), host -> new HashSet<>())
                            .add(event.id());
                    backward.computeIfAbsent(event.id(), own -> new HashSet<>()).add(event.attribute("attachedToRef"));
                });
        Set<String> reached = reached(ids(nodes, FlowRules::begins), onward);
        Set<String> ending = reached(ids(nodes, node -> node.is("bpmn:endEvent")), backward);
        for (XmlElement node : nodes) {
            if (!reached.contains(node.id())) {
                report.add(Rule.UNREACHABLE, node);
            } else if (!Bpmn.isEventSubProcess(node) && (!ending.contains(node.id()) || isLeftByNoFlow(node, scope))) {
                report.add(Rule.DEAD_END, node);
            }
        }
    }

    private static boolean begins(XmlElement node) {
        return node.is("bpmn:startEvent") || Bpmn.isEventSubProcess(node);
    }

    private static boolean isLeftByNoFlow(XmlElement node, XmlElement scope) {
        return !node.is("bpmn:endEvent")
                && scope.children("bpmn:sequenceFlow")
                        .noneMatch(flow -> Objects.equals(node.id(), flow.attribute("sourceRef")));
    }

    private static Set<String> ids(Collection<XmlElement> nodes, Predicate<XmlElement> wanted) {
        return nodes.stream()
                .filter(wanted)
                .map(XmlElement::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> steps(XmlElement scope, List<XmlElement> nodes, String from, String to) {
        Map<String, Set<String>> steps = new HashMap<>();
        nodes.stream().map(XmlElement::id).filter(Objects::nonNull).forEach(id -> steps.put(id, new HashSet<>()));
        scope.children("bpmn:sequenceFlow")
                .filter(flow -> flow.has(from) && flow.has(to))
                .forEach(flow -> steps.computeIfAbsent(flow.attribute(from), id -> new HashSet<>())
                        .add(flow.attribute(to)));
        return steps;
    }

    private static Set<String> reached(Set<String> from, Map<String, Set<String>> steps) {
        Set<String> reached = new HashSet<>(from);
        Deque<String> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            steps.getOrDefault(next.poll(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    private static void branches(XmlElement gateway, Report report) {
        List<XmlElement> flows = gateway.parent()
                .children("bpmn:sequenceFlow")
                .filter(flow -> gateway.id() != null && gateway.id().equals(flow.attribute("sourceRef")))
                .toList();
        String otherwise = gateway.attribute("default");
        Set<String> wrong = flows.stream()
                .filter(flow -> Objects.equals(flow.id(), otherwise) == Bpmn.holds(flow, "bpmn:conditionExpression"))
                .map(flow -> String.valueOf(flow.id()))
                .collect(Collectors.toSet());
        boolean known = flows.stream().anyMatch(flow -> Objects.equals(flow.id(), otherwise));
        if (flows.size() > 1 && (!known || !wrong.isEmpty())) {
            report.add(Rule.GATEWAY_DEFAULT, gateway, wrong.isEmpty() ? "" : " (" + String.join(", ", wrong) + ")");
        }
        if (flows.size() > 1 && gateway.is("bpmn:exclusiveGateway")) {
            question(gateway, flows, report);
        }
    }

    private static void question(XmlElement gateway, List<XmlElement> flows, Report report) {
        if (gateway.name() == null || !gateway.name().endsWith("?")) {
            report.add(Rule.GATEWAY_NAME, gateway);
        }
        flows.stream()
                .filter(flow -> flow.name() == null)
                .forEach(flow -> report.add(Rule.FLOW_NAME, flow, String.valueOf(gateway.name())));
    }
}
