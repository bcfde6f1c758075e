package id.semai.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser or a program somewhere, told apart by the address that the proxy forwards. */
class Guest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Guest(String base, String address) {
        this.base = base;
        this.address = address;
    }

    /** The same browser, in another place. */
    Guest movedTo(String elsewhere) {
        Guest moved = new Guest(base, elsewhere);
        moved.cookies.putAll(cookies);
        return moved;
    }

    Reply login(String account, String password) {
        open("/camunda/app/tasklist/default/");
        Reply reply = send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + encode(account) + "&password=" + encode(password),
                "Content-Type",
                "application/x-www-form-urlencoded");
        if (reply.status() == 200) {
            open("/camunda/app/tasklist/default/");
        }
        return reply;
    }

    Reply logout() {
        return send("POST", "/camunda/api/admin/auth/user/default/logout", "", "Content-Type", "application/json");
    }

    Reply basic(String account, String password, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send("GET", path, null, "Authorization", "Basic " + credentials);
    }

    /** As a person opens a page. */
    Reply open(String path) {
        return send("GET", path, null, "Accept", "text/html,application/xhtml+xml");
    }

    Reply get(String path) {
        return send("GET", path, null, "Accept", "application/json");
    }

    Reply json(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, body.replace('\'', '"'), all);
    }

    /** A list of the engine, as Tasklist asks for it. */
    Reply asksForTasks() {
        return get("/camunda/api/engine/engine/default/task/count");
    }

    boolean has(String cookie) {
        return cookies.containsKey(cookie);
    }

    void forgetCookies() {
        cookies.clear();
    }

    Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (address != null) {
            request.header("X-Forwarded-For", address);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return answer(request.build());
    }

    private Reply answer(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    record Reply(int status, String body, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
