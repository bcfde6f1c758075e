package id.semai.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** People at work through the public REST interface, each with an account of their own. */
@TestComponent
public class Office {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private volatile BiConsumer<String, String> bell = (businessKey, key) -> {};

    @Autowired
    Office(Environment environment) {
        this.environment = environment;
    }

    /** At an application that runs in a process of its own. */
    public Office(int port) {
        this(new MockEnvironment().withProperty("local.server.port", Integer.toString(port)));
    }

    /** People wait for this, given a business key and a task's key, before they look for a task; otherwise they look again and again. */
    public void ringing(BiConsumer<String, String> bell) {
        this.bell = bell;
    }

    public Person as(String user) {
        return new Person(user, "/engine-rest", headers(user));
    }

    /** What whoever speaks HTTP by themselves sends in order to be this user. */
    public Map<String, String> headers(String user) {
        return Map.of("Authorization", "Basic " + credentials(user));
    }

    /** The same for the web applications; null has not logged in. */
    public Map<String, String> session(String user) {
        Login login = new Login(http, url("/camunda"));
        return user == null ? login.asNobody() : login.as(user, password());
    }

    /** Somebody logged in to Tasklist, whose requests take the web applications' own root. */
    public Person inBrowser(String user) {
        return new Person(user, "/camunda/api/engine/engine/default", session(user));
    }

    public Person nobody() {
        return new Person("nobody", "/engine-rest", Map.of());
    }

    /** Somebody who has opened Tasklist and has not logged in. */
    public Person nobodyInBrowser() {
        return new Person("nobody", "/camunda/api/engine/engine/default", session(null));
    }

    private String credentials(String user) {
        return Base64.getEncoder().encodeToString((user + ":" + password()).getBytes(StandardCharsets.UTF_8));
    }

    public String url(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port") + path;
    }

    public String password() {
        return environment.getProperty("semai.demo.password", "Semai-2016!");
    }

    /** Makes an account with the demo's password, which the rules for passwords do not take. */
    public static void save(IdentityService identities, User user) {
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }

    /** The smallest valid answers of a form, by its id, with some of them changed; null removes one. */
    public static Map<String, Object> answers(String form, Object... changes) {
        Map<String, Object> answers = new LinkedHashMap<>(payload(form));
        answers.putAll(pairs(changes));
        return answers;
    }

    /** Keys and values in turn. */
    public static Map<String, Object> pairs(Object... keysAndValues) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return pairs;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(String form) {
        try (InputStream file = Office.class.getResourceAsStream("/forms/payloads/" + form + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no payload for form " + form);
            }
            return JSON.readValue(file, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for what jobs and the relay do by themselves. */
    public static <T> T eventually(Callable<T> look) {
        return eventually("what was looked for", look);
    }

    static <T> T eventually(String what, Callable<T> look) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(look, found -> found != null && (!(found instanceof List<?> list) || !list.isEmpty()));
    }

    /** An answer of the server. */
    public record Answer(int status, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        public String message() {
            return json().path("message").asText(null);
        }

        public String field() {
            return json().path("field").asText(null);
        }
    }

    public record Task(String id, String key, String name, String unit, JsonNode json) {}

    /** Somebody with an account. */
    public class Person {

        private final String user;
        private final String root;
        private final Map<String, String> headers;

        Person(String user, String root, Map<String, String> headers) {
            this.user = user;
            this.root = root;
            this.headers = headers;
        }

        /** The same person, whose requests carry a W3C trace context. */
        Person traced(String traceparent) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put("traceparent", traceparent);
            return new Person(user, root, more);
        }

        /** The same person, whose answers come with what belongs to them, as Tasklist asks for them. */
        public Person asHal() {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put("Accept", "application/hal+json");
            return new Person(user, root, more);
        }

        public Answer get(String path) {
            return send("GET", root + path, null);
        }

        public Answer post(String path, Object body) {
            return send("POST", root + path, body);
        }

        /** A page of ours, outside of the engine's REST interface. */
        public Answer page(String path) {
            return send("GET", path, null);
        }

        /** A resource of ours, outside of the engine's REST interface. */
        public Answer api(String method, String path, Object body) {
            return send(method, path, body);
        }

        /** Sends a file as it is. */
        public Answer upload(String path, byte[] content) {
            return send("POST", path, content);
        }

        /** Deploys one file, as Camunda Modeler does. */
        public Answer deploy(String file, String content) {
            return send("POST", root + "/deployment/create", new Form(file, content));
        }

        public Answer delete(String path) {
            return send("DELETE", root + path, null);
        }

        public Answer put(String path, Object body) {
            return send("PUT", root + path, body);
        }

        /** Starts a process with the answers of its start form; fails unless it is accepted. */
        public String start(String process, Map<String, Object> answers) {
            return accepted(tryToStart(process, answers)).json().path("id").asText();
        }

        public Answer tryToStart(String process, Map<String, Object> answers) {
            return post("/process-definition/key/" + process + "/submit-form", Map.of("variables", typed(answers)));
        }

        /** This person's view of the open tasks of a case, called processes included. */
        public List<Task> tasks(String businessKey) {
            List<Task> tasks = new ArrayList<>();
            for (JsonNode task : accepted(get("/task?processInstanceBusinessKey=" + businessKey))
                    .json()) {
                tasks.add(new Task(
                        task.path("id").asText(),
                        task.path("taskDefinitionKey").asText(),
                        task.path("name").asText(),
                        task.path("tenantId").asText(null),
                        task));
            }
            return tasks;
        }

        /** Waits until this person sees the task. */
        public Task task(String businessKey, String key) {
            bell.accept(businessKey, key);
            return eventually(key + " of " + businessKey + " for " + user, () -> tasks(businessKey).stream()
                    .filter(task -> task.key().equals(key))
                    .findFirst()
                    .orElse(null));
        }

        /** Claims and completes a task with the smallest valid answers of a form, some of them changed. */
        public void does(String businessKey, String taskKey, String form, Object... changes) {
            Task task = task(businessKey, taskKey);
            accepted(claim(task.id()));
            accepted(submit(task.id(), answers(form, changes)));
        }

        public Answer claim(String taskId) {
            return post("/task/" + taskId + "/claim", Map.of("userId", user));
        }

        public Answer submit(String taskId, Map<String, Object> answers) {
            return post("/task/" + taskId + "/submit-form", Map.of("variables", typed(answers)));
        }

        public Answer complete(String taskId, Map<String, Object> answers) {
            return post("/task/" + taskId + "/complete", Map.of("variables", typed(answers)));
        }

        private Answer send(String method, String path, Object body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                    .header("Content-Type", type(body))
                    .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : json(body));
            headers.forEach(request::header);
            try {
                HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return user;
        }
    }

    public static Answer accepted(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** Variables as the engine's REST interface takes them. */
    static Map<String, Object> typed(Map<String, Object> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((name, value) -> variables.put(name, typed(value)));
        return variables;
    }

    private static Map<String, Object> typed(Object value) {
        Map<String, Object> variable = new LinkedHashMap<>();
        boolean json = value instanceof List || value instanceof Map;
        variable.put("value", json ? text(value) : value);
        variable.put("type", json ? "Json" : engineType(value));
        return variable;
    }

    private static String engineType(Object value) {
        return value == null ? "Null" : value.getClass().getSimpleName();
    }

    /** What a browser sends of a page's form with one file in it. */
    private record Form(String file, String content) {

        static final String BOUNDARY = "semai-semai-semai";

        @Override
        public String toString() {
            String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"";
            return head.formatted(BOUNDARY, "deployment-name") + "\r\n\r\n" + file + "\r\n"
                    + head.formatted(BOUNDARY, "data") + "; filename=\"" + file + "\"\r\n\r\n" + content + "\r\n--"
                    + BOUNDARY + "--\r\n";
        }
    }

    private static String type(Object body) {
        if (body instanceof Form) {
            return "multipart/form-data; boundary=" + Form.BOUNDARY;
        }
        return body instanceof byte[] ? "application/octet-stream" : "application/json";
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        if (body instanceof byte[] file) {
            return HttpRequest.BodyPublishers.ofByteArray(file);
        }
        boolean isText = body instanceof String || body instanceof Form;
        return HttpRequest.BodyPublishers.ofString(isText ? body.toString() : text(body));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
