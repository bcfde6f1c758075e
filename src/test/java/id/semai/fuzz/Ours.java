package id.semai.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint that Spring knows of, whoever wrote it and whenever. */
final class Ours {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Ours() {}

    static List<Target> of(Collection<RequestMappingInfoHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(handler -> targets(handler.getKey(), handler.getValue()))
                .distinct()
                .toList();
    }

    private static Stream<Target> targets(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/"))
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                        .stream().map(method -> new Target(method.name(), path, type(mapping), body(handler))));
    }

    private static String type(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(null);
    }

    private static JsonNode body(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .map(Parameter::getType)
                .filter(type -> type != byte[].class)
                .map(type -> example(type))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode example(Class<?> type) {
        if (type.isRecord()) {
            ObjectNode object = JSON.createObjectNode();
            for (RecordComponent part : type.getRecordComponents()) {
                object.set(part.getName(), example(part.getType()));
            }
            return object;
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return JSON.createObjectNode().put("title", "Sekolah Lapang Literasi");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return JSON.createArrayNode().add("x");
        }
        return type.isPrimitive()
                ? JSON.getNodeFactory().numberNode(0)
                : JSON.getNodeFactory().textNode("inovator.pkm-unter-iwes");
    }
}
