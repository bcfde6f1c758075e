package id.semai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes wrong on a page and is never shown: uncaught errors, errors on the console, answers that failed. */
class Faults {

    /** Tasklist asks who is logged in, before the login; Admin asks for a password policy, whether there is one or not. */
    private static final Pattern ASKED_BY_CAMUNDA =
            Pattern.compile(".*(/camunda/api/admin/auth/user/default|/identity/password-policy)$");

    /** Asked, or saved, in the second in which the task ends; the scripts know the answer. */
    private static final Pattern OF_A_TASK_THAT_MAY_HAVE_ENDED =
            Pattern.compile(".*/api/(drafts/|evidence/tasks/)[0-9a-f-]+$");

    /** Tasklist may look once more at the task that it has just completed, and at no other that is gone. */
    private static final Pattern LOOK = Pattern.compile("404 GET .*/engine/default/task/([0-9a-f-]+)");

    private static final Pattern COMPLETION =
            Pattern.compile("20[04] POST .*/engine/default/task/([0-9a-f-]+)/submit-form");

    private static final Pattern REFUSAL = Pattern.compile("400 POST .*/submit-form|422 POST .*/api/models");

    private final List<String> seen = new ArrayList<>();
    private final Set<String> completed = new HashSet<>();

    static Faults of(Page page) {
        Faults faults = new Faults();
        page.onPageError(error -> faults.seen.add("uncaught: " + error));
        page.onConsoleMessage(faults::said);
        page.onResponse(faults::answered);
        return faults;
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            seen.add("console: " + message.text());
        }
    }

    private void answered(Response response) {
        boolean hasEnded = response.status() == 410
                && OF_A_TASK_THAT_MAY_HAVE_ENDED.matcher(response.url()).matches();
        String answer = response.status() + " " + response.request().method() + " " + response.url();
        task(COMPLETION, answer).ifPresent(completed::add);
        if (response.status() >= 400
                && !hasEnded
                && !ASKED_BY_CAMUNDA.matcher(response.url()).matches()) {
            seen.add(answer);
        }
    }

    private static Optional<String> task(Pattern request, String answer) {
        Matcher matcher = request.matcher(answer);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The server has refused a form or a file, as it was meant to, and the page has said so; whatever else went wrong stays. */
    void forgiveRefusal() {
        seen.removeIf(fault -> REFUSAL.matcher(fault).matches());
    }

    void assertNone() {
        assertThat(seen)
                .filteredOn(
                        fault -> task(LOOK, fault).filter(completed::contains).isEmpty())
                .isEmpty();
    }
}
