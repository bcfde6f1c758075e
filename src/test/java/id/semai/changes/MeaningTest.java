package id.semai.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What counts as a change of the shipped files and what does not. */
class MeaningTest {

    private static final long SEED = Long.getLong("changes.seed", System.nanoTime());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WITHOUT_ID = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "terminateEventDefinition",
            "inputEntry",
            "outputEntry",
            "inputExpression");

    static Stream<Path> models() {
        return Xml.files(".bpmn", ".dmn").stream();
    }

    static Stream<Path> forms() {
        return Xml.files(".form").stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelInAnotherLookMeansTheSame(Path file) {
        Random random = new Random(SEED);
        String meaning = meaning(file, Xml.bytes(file));
        for (int i = 0; i < 10; i++) {
            byte[] other = Xml.inAnotherLook(Xml.parse(Xml.bytes(file)), random);
            assertThat(meaning(file, other)).as("seed %d, look %d", SEED, i).isEqualTo(meaning);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatModelerDrawsAndNotesMeansNothing(Path file) {
        Document model = Xml.parse(Xml.bytes(file));
        Element root = model.getDocumentElement();
        root.setAttributeNS(null, "exporter", "Camunda Modeler");
        root.setAttributeNS(null, "exporterVersion", "5.99.0");
        for (Element element : Xml.all(root)) {
            Xml.attributes(element).stream()
                    .filter(MeaningTest::isOfTheEditor)
                    .forEach(attribute -> element.removeAttributeNode(attribute));
            if (isDrawing(element)) {
                element.setAttributeNS(null, "x", "4711");
            }
            if (Set.of("incoming", "outgoing").contains(element.getLocalName())) {
                element.getParentNode().removeChild(element);
            }
        }
        assertThat(meaning(file, Xml.written(model))).isEqualTo(meaning(file, Xml.bytes(file)));
        byte[] undrawn = Xml.written(Xml.undrawn(Xml.bytes(file)));
        assertThat(meaning(file, undrawn)).isEqualTo(meaning(file, Xml.bytes(file)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyAttributeAndEveryTextCounts(Path file) {
        Document model = Xml.undrawn(Xml.bytes(file));
        List<String> unseen = new ArrayList<>();
        String meaning = meaning(file, Xml.bytes(file));
        eachMutation(model, (what, ignored) -> {
            if (meaning(file, Xml.written(model)).equals(meaning)) {
                unseen.add(what);
            }
        });
        assertThat(unseen).isEmpty();
    }

    interface Mutated {
        void seen(String what, Document model);
    }

    /** Every attribute with another value and without one, every text with another; each alone, then as it was. */
    static void eachMutation(Document model, Mutated mutated) {
        for (Element element : Xml.all(model.getDocumentElement())) {
            if (isDrawing(element) || Set.of("incoming", "outgoing").contains(element.getLocalName())) {
                continue;
            }
            for (Attr attribute : Xml.attributes(element)) {
                if (!isOfTheEditor(attribute)) {
                    mutate(element, attribute, model, mutated);
                }
            }
            if (Xml.isLeafWithText(element)) {
                String text = element.getTextContent();
                element.setTextContent(text + " x");
                mutated.seen("text of " + element.getNodeName() + " " + text, model);
                element.setTextContent(text);
            }
        }
    }

    private static void mutate(Element element, Attr attribute, Document model, Mutated mutated) {
        String what = "%s of %s %s=%s"
                .formatted(
                        attribute.getName(), element.getNodeName(), element.getAttribute("id"), attribute.getValue());
        String value = attribute.getValue();
        attribute.setValue(value + "x");
        mutated.seen("other " + what, model);
        attribute.setValue(value);
        if (!isDefault(attribute)) {
            element.removeAttributeNode(attribute);
            mutated.seen("without " + what, model);
            element.setAttributeNode(attribute);
        }
    }

    /** To write them is to say nothing. */
    private static boolean isDefault(Attr attribute) {
        return "type".equals(attribute.getLocalName()) && attribute.getValue().endsWith("tFormalExpression");
    }

    static boolean isOfTheEditor(Attr attribute) {
        String space = attribute.getNamespaceURI();
        boolean isNameless = attribute.getName().equals("id")
                && WITHOUT_ID.contains(attribute.getOwnerElement().getLocalName());
        return isNameless
                || attribute.getLocalName().startsWith("modelerTemplate")
                || "http://camunda.org/schema/modeler/1.0".equals(space);
    }

    static boolean isDrawing(Element element) {
        return !element.getNamespaceURI().endsWith("/MODEL")
                && !element.getNamespaceURI().endsWith("/MODEL/")
                && !element.getNamespaceURI().startsWith("http://camunda.org/schema/1.0/");
    }

    @Test
    void theOrderInWhichAGatewayAsksItsConditionsCounts() {
        Path file = Xml.FOLDER.resolve("commitment.bpmn");
        Document model = Xml.parse(Xml.bytes(file));
        Element lapsed = byId(model, "Flow_Answer_Lapsed");
        Element declined = byId(model, "Flow_Answer_Declined");
        lapsed.getParentNode().insertBefore(declined, lapsed);
        assertThat(meaning(file, Xml.written(model))).isNotEqualTo(meaning(file, Xml.bytes(file)));

        model = Xml.parse(Xml.bytes(file));
        Element signed = byId(model, "Flow_Sign_Answer");
        signed.getParentNode().appendChild(signed);
        assertThat(meaning(file, Xml.written(model))).isEqualTo(meaning(file, Xml.bytes(file)));
    }

    static Element byId(Document model, String id) {
        return Xml.all(model.getDocumentElement()).stream()
                .filter(element -> id.equals(element.getAttribute("id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOrderOfExtensionsOfDocumentationAndOfRowsCounts() {
        assertThat(swapped("commitment.bpmn", "property")).isTrue();
        assertThat(swapped("commitment.bpmn", "inputParameter")).isTrue();
        assertThat(swapped("legal-instrument.dmn", "rule")).isTrue();
        assertThat(swapped("legal-instrument.dmn", "input")).isTrue();
    }

    private static boolean swapped(String name, String element) {
        Path file = Xml.FOLDER.resolve(name);
        Document model = Xml.parse(Xml.bytes(file));
        Element first = Xml.all(model.getDocumentElement()).stream()
                .filter(one -> element.equals(one.getLocalName()))
                .filter(one -> next(one) != null)
                .findFirst()
                .orElseThrow();
        first.getParentNode().insertBefore(next(first), first);
        return !meaning(file, Xml.written(model)).equals(meaning(file, Xml.bytes(file)));
    }

    private static Element next(Element element) {
        List<Element> siblings = Xml.children((Element) element.getParentNode());
        int at = siblings.indexOf(element) + 1;
        return at < siblings.size() && siblings.get(at).getLocalName().equals(element.getLocalName())
                ? siblings.get(at)
                : null;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormInAnotherLookMeansTheSame(Path file) throws IOException {
        Random random = new Random(SEED);
        ObjectNode form = (ObjectNode) JSON.readTree(Xml.bytes(file));
        form.putObject("exporter").put("name", "Camunda Web Modeler");
        form.put("executionPlatformVersion", "7.24.0");
        for (int i = 0; i < 10; i++) {
            JsonNode shuffled = shuffled(form, random);
            byte[] other = random.nextBoolean()
                    ? JSON.writeValueAsBytes(shuffled)
                    : JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(shuffled);
            assertThat(meaning(file, other)).as("seed %d", SEED).isEqualTo(meaning(file, Xml.bytes(file)));
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode shuffled = JSON.createObjectNode();
            names.forEach(name -> shuffled.set(name, shuffled(object.get(name), random)));
            return shuffled;
        }
        ArrayNode list = JSON.createArrayNode();
        node.forEach(element -> list.add(shuffled(element, random)));
        return node.isArray() ? list : node;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyMemberAndTheOrderOfListsOfAFormCount(Path file) throws IOException {
        JsonNode form = JSON.readTree(Xml.bytes(file));
        List<String> unseen = new ArrayList<>();
        String meaning = meaning(file, Xml.bytes(file));
        eachMutation(form, what -> {
            if (meaning(file, form.toString().getBytes(StandardCharsets.UTF_8)).equals(meaning)) {
                unseen.add(what);
            }
        });
        assertThat(unseen).isEmpty();
    }

    static void eachMutation(JsonNode node, Consumer<String> mutated) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.removeAll(List.of("exporter", "executionPlatform", "executionPlatformVersion"));
            for (String name : names) {
                JsonNode value = object.get(name);
                object.remove(name);
                mutated.accept("without " + name);
                object.set(name, value.isValueNode() ? TextNode.valueOf(value.asText() + "x") : JSON.nullNode());
                mutated.accept("other " + name + "=" + value);
                object.set(name, value);
                eachMutation(value, mutated);
            }
        } else if (node instanceof ArrayNode list) {
            IntStream.range(0, list.size()).forEach(i -> mutate(list, i, mutated));
        }
    }

    private static void mutate(ArrayNode list, int i, Consumer<String> mutated) {
        JsonNode element = list.remove(i);
        mutated.accept("without element " + i);
        if (i < list.size() && !list.get(i).equals(element)) {
            list.insert(i + 1, element);
            mutated.accept("elements swapped at " + i);
            list.remove(i + 1);
        }
        list.insert(i, element);
        eachMutation(element, mutated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no model",
                "<a><b></a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
                "<?xml version=\"1.0\" encoding=\"nonsense\"?><a/>"
            })
    void whatCannotBeReadMeansItsBytes(String content) {
        for (String name : List.of("a.bpmn", "a.dmn", "a.form", "a.html", "a")) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            assertThat(Meaning.of(name, bytes)).hasSize(64).isEqualTo(Meaning.of(name, bytes));
            assertThat(Meaning.of(name, (content + " ").getBytes(StandardCharsets.UTF_8)))
                    .isNotEqualTo(Meaning.of(name, bytes));
        }
    }

    @Test
    void aTreeThatIsTooDeepIsNotRead() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        String lists = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(Meaning.of("a.bpmn", deep.getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(Meaning.of("a.bpmn", (deep + " ").getBytes(StandardCharsets.UTF_8)));
        assertThat(Meaning.of("a.form", lists.getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(Meaning.of("a.form", (lists + " ").getBytes(StandardCharsets.UTF_8)));
    }

    private static String meaning(Path file, byte[] content) {
        return Meaning.of(file.getFileName().toString(), content);
    }
}
