package id.semai.fuzz;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that a form, a client or an attacker should not send; the same for the same dice. */
final class Garbage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "NaN",
            "9223372036854775808",
            "2026-02-30",
            "2026-02-30T25:61:00.000+0000",
            "2026-11-28T10:00:00.000+0800",
            "../../etc/passwd",
            "' or 1=1; --",
            "%' escape '",
            "${7*7}",
            "#{''.getClass()}",
            "%s%n%d",
            "{0}{",
            "<script>alert(1)</script>",
            "\"]}",
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: yes",
            "\ud800",
            "\uffff",
            "\u202e\u200f",
            "😀é漢",
            "*",
            "_",
            "[",
            ",",
            "a,,b",
            "name_eq_",
            "name_eq_1,name_like_%",
            "_eq__",
            "asc",
            "dueDate",
            "wo-rk:1:2");

    private static final List<String> PARAMETERS = List.of(
            "sortBy",
            "sortOrder",
            "firstResult",
            "maxResults",
            "processVariables",
            "variables",
            "dueBefore",
            "due",
            "tenantIdIn",
            "withoutTenantId",
            "deserializeValues",
            "priority",
            "active",
            "candidateGroup",
            "since",
            "businessKey",
            "assignee",
            "itemCount",
            "name",
            "order",
            "page",
            "lang",
            "task",
            "id",
            "definitionId",
            "processInstanceBusinessKey",
            "parentTaskId",
            "createdAfter",
            "latestVersion",
            "versionTag",
            "versi");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=klingon",
            "application/json; charset=utf-16",
            "application/json;",
            "application/hal+json",
            "text/plain",
            "text/html",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "application/xml",
            "json",
            "/",
            "*/*",
            "image/png",
            "application/json, application/json");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Range",
            "If-Range",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Origin",
            "Referer",
            "Cookie",
            "X-XSRF-TOKEN",
            "X-Requested-With",
            "X-HTTP-Method-Override",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "traceparent",
            "tracestate",
            "Last-Event-ID",
            "Upgrade",
            "Expect",
            "TE",
            "Trailer",
            "Content-Encoding",
            "Content-Disposition",
            "Content-Language",
            "Content-Range",
            "Transfer-Encoding",
            "Content-Length",
            "Date",
            "Prefer",
            "Access-Control-Request-Method",
            "Sec-Fetch-Site",
            "X Y",
            "X-Ünicode",
            "",
            "X(");

    private static final List<String> VALUES = List.of(
            "application/json",
            "application/hal+json",
            "text/html",
            "text/event-stream",
            "application/xml;q=2",
            "*/*;q=x",
            ";;;",
            ",",
            "bytes=-1--5",
            "bytes=0-,1-,2-",
            "bytes=9999999999-",
            "\"\"",
            "W/\"x",
            "*",
            "Sat, 99 Foo 2026 99:99:99 GMT",
            "JSESSIONID=00000000000000000000000000000000",
            "=;=;",
            "a=\"b",
            "null",
            "http://evil.example",
            "DELETE",
            "127.0.0.1, evil",
            "00-00000000000000000000000000000000-0000000000000000-00",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "ff-x",
            "100-continue",
            "chunked",
            "chunked, identity",
            "gzip",
            "5",
            "-1",
            "99999999999",
            "id-ID,id;q=0.9,*;q=",
            "klingon",
            "h2c",
            "\u0000",
            "ü");

    private final Random dice;

    Garbage(Random dice) {
        this.dice = dice;
    }

    boolean chance(int ofAHundred) {
        return dice.nextInt(100) < ofAHundred;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    String text() {
        return switch (dice.nextInt(8)) {
            case 0 -> oneOf(List.of("a", "ü", "😀", "\"", "9")).repeat(dice.nextInt(chance(10) ? 100_000 : 5_000));
            case 1 -> new UUID(dice.nextLong(), dice.nextLong()).toString();
            case 2 ->
                dice.ints(dice.nextInt(30), 32, 0x3000)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
            default -> oneOf(TEXTS);
        };
    }

    /** In the one spelling that gets past the edge, mostly. */
    String id() {
        String text = text();
        String some = text.isEmpty() ? "-" : text.substring(0, Math.min(text.length(), 300));
        return chance(15)
                ? some.replaceAll("[ \r\n]", "")
                : URLEncoder.encode(some, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Of a network for benchmarks, which nobody has. */
    String address() {
        return "198.18." + dice.nextInt(256) + "." + dice.nextInt(256);
    }

    String query() {
        return IntStream.rangeClosed(0, dice.nextInt(4))
                .mapToObj(parameter -> oneOf(PARAMETERS) + (chance(10) ? "" : "=" + id()))
                .collect(Collectors.joining(chance(5) ? "&&" : "&", "?", ""));
    }

    String method(String usual) {
        return chance(90)
                ? usual
                : oneOf(List.of(
                        "GET",
                        "HEAD",
                        "POST",
                        "PUT",
                        "DELETE",
                        "PATCH",
                        "OPTIONS",
                        "TRACE",
                        "PROPFIND",
                        "get",
                        "",
                        "X Y"));
    }

    String contentType(String usual) {
        return chance(85) ? usual : oneOf(TYPES);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        while (chance(25)) {
            headers.put(oneOf(HEADERS), chance(5) ? "x".repeat(dice.nextInt(20_000)) : oneOf(VALUES));
        }
        return headers;
    }

    /** Something is wrong with it: its shape, what it holds, or its bytes. */
    byte[] broken(JsonNode body) {
        if (chance(3)) {
            return "[{\"a\":".repeat(dice.nextInt(50_000)).getBytes(StandardCharsets.UTF_8);
        }
        JsonNode wrong = chance(10) ? json(3) : body.deepCopy();
        for (int wounds = dice.nextInt(3); wounds >= 0; wounds--) {
            wrong = wounded(wrong);
        }
        byte[] bytes = bytes(wrong);
        return chance(20) ? scrambled(bytes) : bytes;
    }

    private JsonNode wounded(JsonNode node) {
        if (node.isEmpty() || chance(20)) {
            return json(2);
        }
        if (node instanceof ObjectNode object) {
            wound(object);
        } else if (node instanceof ArrayNode array) {
            int at = dice.nextInt(array.size());
            array.set(at, wounded(array.get(at)));
        }
        return node;
    }

    private void wound(ObjectNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> name = object.fieldNames(); name.hasNext(); ) {
            names.add(name.next());
        }
        String name = oneOf(names);
        switch (dice.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(text(), object.remove(name));
            case 2 -> object.set(text(), json(2));
            case 3 -> object.set(name, JSON.createArrayNode().add(object.get(name)));
            default -> object.set(name, wounded(object.get(name)));
        }
    }

    private JsonNode json(int depth) {
        return switch (dice.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(chance(50));
            case 2 -> JSON.getNodeFactory().numberNode(dice.nextLong());
            case 3 -> JSON.getNodeFactory().numberNode(dice.nextInt(3) - 1);
            case 4 -> JSON.getNodeFactory().numberNode(dice.nextDouble() * 1e300);
            case 5 -> JSON.getNodeFactory().textNode(text());
            case 6 -> nested(1 + dice.nextInt(chance(10) ? 900 : 5));
            case 7 -> JSON.createArrayNode().add(json(depth - 1)).add(json(depth - 1));
            default -> JSON.createObjectNode().set(text(), json(depth - 1));
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode node = JSON.createArrayNode();
        for (int level = 1; level < depth; level++) {
            node = JSON.createArrayNode().add(node);
        }
        return node;
    }

    private byte[] bytes(JsonNode node) {
        try {
            ObjectWriter writer = chance(50) ? JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII) : JSON.writer();
            return writer.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Torn off, with other bytes in between, or in another encoding. */
    byte[] scrambled(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) 0xc3};
        }
        int at = dice.nextInt(bytes.length);
        return switch (dice.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at, new byte[] {(byte) 0xff, (byte) 0xc0, 0});
            case 2 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + dice.nextInt(20)), new byte[0]);
            case 3 -> spliced(bytes, at, at, oneOf(TEXTS).getBytes(StandardCharsets.UTF_8));
            case 4 -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            default -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at / 2, at));
        };
    }

    /** A model with something in it moved, missing, twice or foreign. */
    byte[] broken(String model) {
        if (chance(10)) {
            String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                    + "<!ENTITY d SYSTEM \"file:///etc/passwd\">]>";
            return model.replaceFirst("\\?>", "?>" + bomb.replace("$", "\\$"))
                    .replaceFirst("name=\"[^\"]*\"", "name=\"&c;&c;\"")
                    .getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = model.getBytes(StandardCharsets.UTF_8);
        for (int wounds = dice.nextInt(3); wounds >= 0; wounds--) {
            bytes = scrambled(bytes.length == 0 ? new byte[] {'<'} : bytes);
        }
        return chance(30) ? withOtherValues(model) : bytes;
    }

    private byte[] withOtherValues(String model) {
        String[] parts = model.split("(?<==\")|(?=\")");
        int at = dice.nextInt(parts.length);
        parts[at] = text().replace("<", "&lt;").replace("\"", "&quot;");
        return String.join("", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        all.writeBytes(between);
        all.write(bytes, to, bytes.length - to);
        return all.toByteArray();
    }
}
