package id.semai.check;

import id.semai.forms.FeelLimits;
import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Decisions: FEEL and nothing else, readable by the engine's own parsers. */
final class DecisionRules {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Set<String> LANGUAGES =
            Set.of("feel", "https://www.omg.org/spec/dmn/20191111/feel/", "http://www.omg.org/spec/dmn/20180521/feel/");

    private static final int MOST_FAULTS = 20;
    private static final String[] CELLS = {
        "dmn:inputEntry", "dmn:inputValues", "dmn:outputEntry", "dmn:inputExpression", "dmn:literalExpression"
    };

    private DecisionRules() {}

    static void prepare() {
        FEEL.parseExpression("1");
        engine();
    }

    static void look(XmlElement root, byte[] content, Report report) {
        ProcessRules.platform(root, report);
        long decisions = root.children("dmn:decision").count();
        if (decisions != 1) {
            report.add(Rule.DECISION_ONE, root, decisions);
        } else {
            FileNames.check(root.child("dmn:decision"), report);
        }
        root.children("dmn:decision")
                .forEach(decision -> ProcessRules.history(decision, "cdmn:historyTimeToLive", report));
        root.all().forEach(element -> language(element, report));
        root.all("dmn:rule")
                .filter(rule -> rule.children("dmn:description")
                        .allMatch(told -> told.text().isEmpty()))
                .forEach(rule -> report.add(Rule.RULE_UNEXPLAINED, rule));
        feel(root, report);
        if (!report.hasErrors()) {
            parse(content, report);
        }
    }

    private static void language(XmlElement element, Report report) {
        String language = element.attribute("expressionLanguage");
        if (language != null && !LANGUAGES.contains(language.toLowerCase(Locale.ROOT))) {
            report.add(Rule.FEEL_LANGUAGE, element, language);
        }
    }

    /** After so many faults nobody reads on, and faults are what takes the parser long. */
    private static void feel(XmlElement root, Report report) {
        int faults = 0;
        for (XmlElement entry : root.all(CELLS).toList()) {
            faults += isFeel(entry, report) ? 0 : 1;
            if (faults == MOST_FAULTS) {
                return;
            }
        }
    }

    private static boolean isFeel(XmlElement entry, Report report) {
        String text =
                entry.children("dmn:text").map(XmlElement::text).findFirst().orElse("");
        String fault = text.isEmpty() ? null : fault(text, entry.is("dmn:inputEntry", "dmn:inputValues"));
        if (fault != null) {
            report.add(Rule.FEEL_SYNTAX, entry, text, fault);
        }
        return fault == null;
    }

    /** Null if it can be read. */
    private static String fault(String text, boolean isTest) {
        String limit = FeelLimits.fault(text);
        if (limit != null) {
            return limit;
        }
        ParseResult parsed = isTest ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        return parsed.isFailure() ? parsed.failure().message() : null;
    }

    private static void parse(byte[] content, Report report) {
        try {
            engine().parseDecisions(new ByteArrayInputStream(content));
        } catch (DmnEngineException | ModelException refused) {
            report.add(Rule.ENGINE_PARSE, 0, null, null, cause(refused).getMessage());
        }
    }

    private static Throwable cause(Throwable refused) {
        return refused.getCause() == null ? refused : cause(refused.getCause());
    }

    private static DmnEngine engine() {
        return Lazy.ENGINE;
    }

    /** Made when a decision comes that nothing else is wrong with. */
    private static final class Lazy {

        private static final DmnEngine ENGINE =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }
}
