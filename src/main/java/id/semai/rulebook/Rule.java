package id.semai.rulebook;

import java.util.Locale;

/**
 * Everything that an administrator can get wrong. What is said of it, and how it is broken in the small folder of examples,
 * stands in {@code check/rules.properties}; the page of rules is made from both, and so are the tests.
 */
public enum Rule {
    FILE_HTML,
    FILE_KIND,
    FILE_UNKNOWN(Severity.WARNING),
    FILE_NAME,
    FILE_LIMIT,
    FILE_UNREADABLE,
    ID_DUPLICATE,
    XML_MALFORMED,
    XML_DOCTYPE,
    XML_SCHEMA,
    ENGINE_PARSE,
    NAMESPACE,
    SCRIPT,
    JAVA_CLASS,
    TASK_TYPE,
    TOPIC,
    CONNECTOR,
    ELEMENT_NOT_ALLOWED,
    EXTENSION_NOT_ALLOWED,
    ATTRIBUTE_NOT_ALLOWED,
    DELEGATE_UNKNOWN,
    EXPRESSION_SYNTAX,
    EXPRESSION_FORM,
    EXPRESSION_FUNCTION,
    PROCESS_ONE,
    PROCESS_EXECUTABLE,
    HISTORY,
    PLATFORM,
    START_EVENT,
    MARKER_UNKNOWN,
    MARKER_PLACE,
    MARKER_VALUE,
    STAGE_CODE,
    STAGE_DUPLICATE,
    STAGE_PARENT,
    STAGE_OUTCOME,
    STAGE_END,
    SIGNAL_TIMER,
    NOTBY_UNKNOWN,
    NAME_MISSING,
    DOCUMENTATION_MISSING,
    FORM_NONE,
    FORM_MISSING,
    FORM_BINDING,
    ROLE_NONE,
    ROLE_UNKNOWN,
    OUTPUT_UNSET,
    ANSWER_LOST(Severity.WARNING),
    DECISION_MISSING,
    PROCESS_MISSING,
    CALL_BINDING,
    CALL_INCOMPLETE,
    TIMER_TEXT,
    DURATION_UNKNOWN,
    MESSAGE_UNKNOWN,
    VARIABLE_UNKNOWN(Severity.WARNING),
    UNREACHABLE,
    DEAD_END,
    GATEWAY_DEFAULT,
    GATEWAY_NAME(Severity.WARNING),
    FLOW_NAME(Severity.WARNING),
    DIAGRAM_OVERLAP(Severity.WARNING),
    DIAGRAM_MISSING,
    DIAGRAM_STRAY,
    DECISION_ONE,
    FEEL_LANGUAGE,
    FEEL_SYNTAX,
    RULE_UNEXPLAINED(Severity.WARNING),
    FORM_JSON,
    FORM_PLATFORM,
    FORM_SCHEMA,
    FORM_COMPONENT,
    FORM_KEY,
    FORM_LABEL,
    FORM_LENGTH,
    FORM_PROPERTY,
    FORM_RULE;

    private final Severity severity;

    Rule() {
        this(Severity.ERROR);
    }

    Rule(Severity severity) {
        this.severity = severity;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** With places for what was found. */
    public String sentence(Language language) {
        return RuleTexts.sentence(code(), language);
    }

    /** Null where nothing that could be written down breaks it. */
    Example example() {
        return RuleTexts.example(code());
    }
}
