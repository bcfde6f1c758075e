package id.semai.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Logs in to the web applications as their login page does: a session and its token against forged requests. */
class Login {

    private static final String TOKEN = "XSRF-TOKEN";

    private final HttpClient http;
    private final String webapps;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Login(HttpClient http, String webapps) {
        this.http = http;
        this.webapps = webapps;
    }

    /** The headers that every request of the session carries. */
    Map<String, String> as(String user, String password) {
        send(HttpRequest.newBuilder(URI.create(webapps + "/app/tasklist/default/")));
        String form = "username=" + encode(user) + "&password=" + encode(password);
        int status = send(HttpRequest.newBuilder(URI.create(webapps + "/api/admin/auth/user/default/login/tasklist"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (status != 200) {
            throw new AssertionError("login of " + user + ": " + status);
        }
        send(HttpRequest.newBuilder(URI.create(webapps + "/app/tasklist/default/")));
        return headers();
    }

    /** The headers of a session in which nobody has logged in yet. */
    Map<String, String> asNobody() {
        send(HttpRequest.newBuilder(URI.create(webapps + "/app/admin/default/")));
        send(HttpRequest.newBuilder(URI.create(webapps + "/app/tasklist/default/")));
        return headers();
    }

    private int send(HttpRequest.Builder request) {
        headers().forEach(request::header);
        try {
            HttpResponse<Void> response = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
            response.headers().allValues("set-cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!cookies.isEmpty()) {
            headers.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey(TOKEN)) {
            headers.put("X-" + TOKEN, cookies.get(TOKEN));
        }
        return headers;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
