package id.semai.signon;

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
class Traveller {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient following;
    private final HttpClient staying;
    private final String semai;

    Traveller(String semai) {
        this.semai = semai;
        this.following = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        this.staying = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Presses the button and logs in at the provider; where the provider still knows them, without a word. */
    HttpResponse<String> logsIn(String person, String path) {
        return atProvider(person, goes(path));
    }

    HttpResponse<String> logsIn(String person) {
        return logsIn(person, SignOn.START);
    }

    /** With the answer of the provider in hand, that would lead back. */
    String answer(String person) {
        return answer(person, SignOn.START);
    }

    String answer(String person, String path) {
        HttpResponse<String> form = goes(path);
        String next = location(send(staying, login(person, form)));
        while (!next.startsWith(semai + SignOn.BACK)) {
            next = location(stops(next));
        }
        return next;
    }

    HttpResponse<String> goes(String address) {
        return send(following, request(address).header("Accept", "text/html").build());
    }

    /** Follows nothing. */
    HttpResponse<String> stops(String address) {
        return send(staying, request(address).header("Accept", "text/html").build());
    }

    HttpResponse<String> asks(String path) {
        return send(
                staying,
                request(path).header("Accept", "application/json, */*;q=0.5").build());
    }

    HttpResponse<String> logsOut() {
        goes(OwnPath.TASKLIST);
        return send(
                staying,
                request("/camunda/api/admin/auth/user/default/logout")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse(""))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    /** Whom Tasklist takes them for; empty if for nobody. */
    Optional<String> isKnownAs() {
        HttpResponse<String> answer = asks("/camunda/api/admin/auth/user/default");
        return answer.statusCode() == 200
                ? Optional.of(answer.body().replaceAll(".*\"userId\":\"([^\"]*)\".*", "$1"))
                : Optional.empty();
    }

    /** Goes on with the session of another, who has prepared it. */
    Traveller inTheSessionOf(Traveller other) {
        other.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .forEach(cookie -> cookies.getCookieStore().add(URI.create(semai), cookie));
        return this;
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static String location(HttpResponse<?> answer) {
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
