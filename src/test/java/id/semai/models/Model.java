package id.semai.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One BPMN file of the folder {@code processes/}, with the questions that the tests ask of it. */
record Model(Path file, BpmnModelInstance bpmn) {

    static final Path FOLDER = Path.of("processes");

    static Stream<Model> all() {
        return files(".bpmn").map(file -> new Model(file, Bpmn.readModelFromFile(file.toFile())));
    }

    static Stream<Path> files(String ending) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    String name() {
        return nameOf(file);
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T extends ModelElementInstance> Collection<T> each(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    Process process() {
        return each(Process.class).iterator().next();
    }

    /** Null when the element does not carry the marker. */
    static String marker(BaseElement element, String name) {
        return markers(element).get(name);
    }

    static Map<String, String> markers(BaseElement element) {
        return extensions(element, CamundaProperties.class)
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .collect(Collectors.toMap(p -> p.getCamundaName(), p -> p.getCamundaValue()));
    }

    static Map<String, String> inputs(UserTask task) {
        return extensions(task, CamundaInputOutput.class)
                .flatMap(io -> io.getCamundaInputParameters().stream())
                .collect(Collectors.toMap(p -> p.getCamundaName(), p -> p.getTextContent()));
    }

    static Map<String, String> outputs(UserTask task) {
        return extensions(task, CamundaInputOutput.class)
                .flatMap(io -> io.getCamundaOutputParameters().stream())
                .collect(Collectors.toMap(p -> p.getCamundaName(), p -> p.getTextContent()));
    }

    static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(extensions -> extensions.getChildElementsByType(type).stream());
    }

    List<Drawn> shapes() {
        return each(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .map(shape -> new Drawn((FlowNode) shape.getBpmnElement(), shape.getBounds()))
                .toList();
    }

    @Override
    public String toString() {
        return name();
    }

    /** A flow node and the rectangle in which it is drawn. */
    record Drawn(FlowNode node, double left, double top, double right, double bottom) {

        Drawn(FlowNode node, Bounds bounds) {
            this(
                    node,
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getX() + bounds.getWidth(),
                    bounds.getY() + bounds.getHeight());
        }

        boolean overlaps(Drawn other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean contains(Drawn other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        boolean isWithin(Drawn other) {
            return Stream.iterate(node.getParentElement(), Objects::nonNull, ModelElementInstance::getParentElement)
                    .anyMatch(parent -> parent.equals(other.node));
        }

        boolean sitsOn(Drawn other) {
            return node instanceof BoundaryEvent event && event.getAttachedTo().equals(other.node);
        }
    }
}
