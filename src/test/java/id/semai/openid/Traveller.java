package id.semai.openid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** A browser without a window that goes where it is sent, between Semai and the provider. */
public class Traveller {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient following;
    private final HttpClient staying;
    private final String semai;

    public Traveller(String semai) {
        this.semai = semai;
        this.following = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        this.staying = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Presses the button and logs in at the provider; where the provider still knows them, without a word. */
    public HttpResponse<String> logsIn(String person, String path) {
        return atProvider(person, goes(path));
    }

    public HttpResponse<String> logsIn(String person) {
        return logsIn(person, RoundTrip.START);
    }

    /** With the answer of the provider in hand, that would lead back. */
    public String answer(String person) {
        return answer(person, RoundTrip.START);
    }

    public String answer(String person, String path) {
        HttpResponse<String> form = goes(path);
        String next = location(send(staying, login(person, form)));
        while (!next.startsWith(semai + RoundTrip.BACK)) {
            next = location(stops(next));
        }
        return next;
    }

    public HttpResponse<String> goes(String address) {
        return send(following, request(address).header("Accept", "text/html").build());
    }

    /** Follows nothing. */
    public HttpResponse<String> stops(String address) {
        return send(staying, request(address).header("Accept", "text/html").build());
    }

    public HttpResponse<String> asks(String path) {
        return send(
                staying,
                request(path).header("Accept", "application/json, */*;q=0.5").build());
    }

    /** As a script of the page does it, with these headers besides, names and values in turn. */
    public HttpResponse<String> sends(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{}" : ""));
        return send(
                staying,
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    /** Sends the form of a page, with these headers besides, and follows nothing. */
    public HttpResponse<String> submits(String path, String form, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(
                staying,
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    public HttpResponse<String> logsOut() {
        goes("/camunda/app/tasklist/default/");
        return send(
                staying,
                request("/camunda/api/admin/auth/user/default/logout")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse(""))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    /** Whom Tasklist takes them for; empty if for nobody. */
    public Optional<String> isKnownAs() {
        HttpResponse<String> answer = asks("/camunda/api/admin/auth/user/default");
        return answer.statusCode() == 200
                ? Optional.of(answer.body().replaceAll(".*\"userId\":\"([^\"]*)\".*", "$1"))
                : Optional.empty();
    }

    /** Goes on with the session of another, who has prepared it. */
    public Traveller inTheSessionOf(Traveller other) {
        other.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().matches("JSESSIONID|SEMAI_DASBOR"))
                .forEach(cookie -> cookies.getCookieStore().add(URI.create(semai), cookie));
        return this;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("leads nowhere: " + answer.statusCode() + " " + answer.body()));
    }

    private HttpResponse<String> atProvider(String person, HttpResponse<String> page) {
        return page.uri().getPath().equals("/login") ? send(following, login(person, page)) : page;
    }

    private static HttpRequest login(String person, HttpResponse<String> form) {
        return HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + person + "&password=" + IdentityProvider.PASSWORD))
                .build();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("/") ? semai + address : address));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
