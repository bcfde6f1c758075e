package id.semai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** Reads a page as axe-core does, for what keeps people from using it. */
class Axe {

    private static final Set<String> KEEPS_PEOPLE_OUT = Set.of("serious", "critical");

    /** For these rules axe-core fetches style sheets anew, from addresses where there are none. */
    private static final List<String> FETCHES_FILES = List.of("css-orientation-lock", "no-autoplay-audio");

    /**
     * Camunda's own, which nobody is kept out by: the search says itself expanded or not, which a plain text field may
     * not; the fields of the login are numbered for Tab in the order in which they stand; what a field of form-js offers
     * is scrolled by its arrow keys, from the field.
     */
    private static final List<String> OF_CAMUNDA =
            List.of("input.main-field", "form[name='signinForm'] [tabindex]", ".fjs-dropdownlist");

    /** Nothing is wrong that axe-core calls serious or critical. */
    static void assertOpenToAll(Page page, String what) {
        assertNone(what, new AxeBuilder(page));
    }

    /** The same for a part of a page. */
    static void assertOpenToAll(Page page, String what, String part) {
        assertNone(what, new AxeBuilder(page).include(List.of(part)));
    }

    private static void assertNone(String what, AxeBuilder axe) {
        OF_CAMUNDA.forEach(part -> axe.exclude(List.of(part)));
        List<String> found = axe.disableRules(FETCHES_FILES).setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> KEEPS_PEOPLE_OUT.contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream().map(node -> sentence(rule, node)))
                .toList();
        assertThat(found).as("what keeps people out of %s", what).isEmpty();
    }

    private static String sentence(Rule rule, CheckedNode node) {
        return rule.getId() + " at " + node.getTarget() + ": " + node.getHtml();
    }
}
