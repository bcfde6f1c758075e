package id.semai.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a file says of itself and of others, as far as it tells what belongs together; nothing in it is evaluated.
 *
 * @param id null if the file declares nothing that can be deployed
 * @param bound what has to be in the same deployment
 * @param free what is looked up when it is needed, in its newest version
 * @param boundCalls ids of processes that are called in the version of the same deployment, which Semai does not support
 */
record Declared(
        ModelId id,
        String name,
        Set<ModelId> bound,
        Set<String> boundFiles,
        Set<ModelId> free,
        Set<String> boundCalls) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DEPLOYMENT = "deployment";
    private static final String FORM_FILE = "camunda-forms:deployment:";

    /** Empty if it cannot be read. */
    static Optional<Declared> in(String file, byte[] content) {
        try {
            return Optional.of(
                    switch (Kind.ofFile(file).orElseThrow()) {
                        case PROCESS -> process(xml(content));
                        case DECISION -> decision(file, xml(content));
                        case FORM -> form(JSON.readTree(content));
                    });
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            return Optional.empty();
        }
    }

    private static Declared form(JsonNode form) {
        String id = form == null ? "" : form.path("id").asText("");
        return new Declared(
                id.isBlank() ? null : new ModelId(Kind.FORM, id), id, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** A file may hold several decisions; the one that is called like the file names it, otherwise the first. */
    private static Declared decision(String file, Document document) {
        String called = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        List<Element> decisions = elements(document, "decision")
                .filter(it -> !it.getAttribute("id").isBlank())
                .toList();
        return decisions.stream()
                .filter(it -> it.getAttribute("id").equals(called))
                .findFirst()
                .or(() -> decisions.stream().findFirst())
                .map(it -> new Declared(
                        new ModelId(Kind.DECISION, it.getAttribute("id")),
                        it.getAttribute("name"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of()))
                .orElse(new Declared(null, "", Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private static Declared process(Document document) {
        Optional<Element> process = elements(document, "process")
                .filter(it -> it.getAttribute("isExecutable").equals("true"))
                .filter(it -> !it.getAttribute("id").isBlank())
                .findFirst();
        Set<ModelId> bound = new LinkedHashSet<>();
        Set<ModelId> free = new LinkedHashSet<>();
        Set<String> files = new LinkedHashSet<>();
        Set<String> boundCalls = new LinkedHashSet<>();
        elements(document, "*").forEach(element -> {
            refer(element, "formRef", "formRefBinding", Kind.FORM, bound, free);
            refer(element, "decisionRef", "decisionRefBinding", Kind.DECISION, bound, free);
            file(element).ifPresent(files::add);
            call(element, free, boundCalls);
        });
        return new Declared(
                process.map(it -> ModelId.process(it.getAttribute("id"))).orElse(null),
                process.map(it -> it.getAttribute("name")).orElse(""),
                bound,
                files,
                free,
                boundCalls);
    }

    private static void refer(
            Element element, String reference, String binding, Kind kind, Set<ModelId> bound, Set<ModelId> free) {
        String id = element.getAttributeNS(CAMUNDA, reference);
        if (isPlain(id)) {
            String how = element.getAttributeNS(CAMUNDA, binding);
            (how.equals(DEPLOYMENT) ? bound : free).add(new ModelId(kind, id));
        }
    }

    private static Optional<String> file(Element element) {
        String key = element.getAttributeNS(CAMUNDA, "formKey");
        return key.startsWith(FORM_FILE) ? Optional.of(key.substring(FORM_FILE.length())) : Optional.empty();
    }

    private static void call(Element element, Set<ModelId> free, Set<String> boundCalls) {
        String called = element.getAttribute("calledElement");
        if (!isPlain(called)) {
            return;
        }
        if (element.getAttributeNS(CAMUNDA, "calledElementBinding").equals(DEPLOYMENT)) {
            boundCalls.add(called);
        }
        free.add(ModelId.process(called));
    }

    private static boolean isPlain(String id) {
        return !id.isBlank() && !id.contains("${") && !id.contains("#{");
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList all = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>(all.getLength());
        IntStream.range(0, all.getLength()).forEach(at -> elements.add((Element) all.item(at)));
        return elements.stream();
    }

    private static Document xml(byte[] content) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(content));
    }
}
