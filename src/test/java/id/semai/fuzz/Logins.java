package id.semai.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import id.semai.fuzz.Wire.Input;
import id.semai.journeys.Office;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whatever looks at a password, given names and passwords that are none. Each comes from another address, so that no door
 * shuts where the others come in.
 */
final class Logins {

    /** Of ours: whoever sends nonsense there is soon shut out, or logged out, and sends no more of it anywhere. */
    static final Set<String> PATHS = Set.of("/api/sandi", "/api/sesi");

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";
    private static final int LONGEST = 12_000;
    private static final List<String> NAMES =
            List.of(AdminWrites.USER, "admin", "inovator.pkm-unter-iwes", "tidak.ada", "", " ");
    private static final List<String> APPS =
            List.of("tasklist", "tasklist", "welcome", "cockpit", "admin", "TASKLIST", "x");
    private static final List<String> GUARDED = List.of(
            "/engine-rest/task",
            "/engine-rest/filter",
            "/engine-rest/identity/groups",
            "/api/drafts/x",
            "/api/serah-terima",
            "/sandi",
            "/audit",
            "/inovasi/x",
            "/actuator/prometheus",
            "/camunda/api/engine/engine/default/task");
    private static final List<String> SCHEMES = List.of(
            "Basic ",
            "Basic ",
            "Basic ",
            "Basic ",
            "basic ",
            "Basic",
            "Basic\t",
            "Bearer ",
            "Digest ",
            "Negotiate ",
            "");

    private static final Target VERIFY = Rest.calls(
                    "POST /camunda/api/engine/engine/default/identity/verify {\"username\":\"fuzz.user\",\"password\":\"x\"}")
            .get(0);

    private static final List<Target> NEW_PASSWORDS = Rest.calls(
            """
            POST /api/sandi {"present":"x","fresh":"lima gajah kuning menari"}
            PUT /camunda/api/engine/engine/default/user/fuzz.user/credentials {"password":"lima gajah kuning menari","authenticatedUserPassword":"x"}
            """);

    private static final List<Target> SESSION =
            Rest.calls("""
            POST /api/sesi {"a":"b"}
            DELETE /api/sesi {"a":"b"}
            """);

    private final Map<String, String> nobody;
    private final Map<String, String> leaving;
    private final Map<String, String> somebody;
    private final Map<String, String> administrator;

    /** @param office where {@link AdminWrites#USER} has an account */
    Logins(Office office) {
        this.nobody = office.session(null);
        this.leaving = office.session(null);
        this.somebody = office.session(AdminWrites.USER);
        this.administrator = office.session("admin");
    }

    Input input(Garbage garbage) {
        return switch (garbage.oneOf(List.of("form", "form", "basic", "basic", "new password", "verify", "session"))) {
            case "form" -> form(garbage);
            case "basic" -> basic(garbage);
            case "new password" -> json(garbage, garbage.oneOf(NEW_PASSWORDS), somebody);
            case "session" -> json(garbage, garbage.oneOf(SESSION), leaving);
            default -> json(garbage, VERIFY, administrator);
        };
    }

    private Input form(Garbage garbage) {
        String app = garbage.chance(80) ? garbage.oneOf(APPS) : garbage.id();
        String body = garbage.chance(85)
                ? "username=" + encoded(name(garbage)) + "&password=" + encoded(garbage.text())
                : garbage.text();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Input(
                garbage.method("POST"),
                LOGIN + app,
                headers(garbage, nobody, "application/x-www-form-urlencoded"),
                garbage.chance(10) ? garbage.scrambled(bytes) : bytes);
    }

    private Input basic(Garbage garbage) {
        Map<String, String> headers = headers(garbage, Map.of(), "application/json");
        headers.put("Authorization", garbage.oneOf(SCHEMES) + credentials(garbage));
        return new Input(garbage.method("GET"), garbage.oneOf(GUARDED), headers, null);
    }

    private Input json(Garbage garbage, Target target, Map<String, String> who) {
        return new Input(
                target.method(),
                target.path(),
                headers(garbage, who, target.type()),
                garbage.chance(20) ? bytes(target.body()) : garbage.broken(target.body()));
    }

    private static String credentials(Garbage garbage) {
        String both = garbage.chance(80) ? name(garbage) + ":" + garbage.text() : garbage.text();
        if (garbage.chance(10)) {
            return both.replaceAll("[\r\n]", "");
        }
        byte[] bytes = both.getBytes(garbage.chance(80) ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
        String encoded = Base64.getEncoder().encodeToString(garbage.chance(10) ? garbage.scrambled(bytes) : bytes);
        String torn = encoded.substring(0, Math.min(encoded.length(), LONGEST));
        return garbage.chance(10) ? torn.replace("=", "") + "=*" : torn;
    }

    private static Map<String, String> headers(Garbage garbage, Map<String, String> who, String type) {
        Map<String, String> headers = new LinkedHashMap<>(who);
        headers.put("X-Forwarded-For", garbage.address());
        headers.put("Content-Type", garbage.contentType(type));
        headers.putAll(garbage.headers());
        return headers;
    }

    private static String name(Garbage garbage) {
        return garbage.chance(60) ? garbage.oneOf(NAMES) : garbage.text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
