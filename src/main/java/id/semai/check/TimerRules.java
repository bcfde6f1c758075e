package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** Times that the engine can read when it comes to them. */
final class TimerRules implements Rules {

    private static final String[] TIMES = {"bpmn:timeDate", "bpmn:timeDuration", "bpmn:timeCycle"};
    private static final Pattern WHOLE = Pattern.compile("[$#]\\{[^{}]*}");
    private static final Pattern REPEATED = Pattern.compile("R\\d{0,6}/(?<span>.+)", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("P[0-9YMWDTHS.]{1,30}");
    private static final DatatypeFactory DATATYPES = datatypes();

    @Override
    public void look(Bpmn model, Folder folder) {
        Report report = model.report();
        model.each("bpmn:timerEventDefinition").forEach(timer -> timer(timer, report));
        model.each("bpmn:userTask").forEach(task -> date(task, "camunda:dueDate", report));
        model.each("bpmn:userTask").forEach(task -> date(task, "camunda:followUpDate", report));
        model.each("camunda:failedJobRetryTimeCycle").forEach(retries -> retries(retries, report));
    }

    private static void timer(XmlElement timer, Report report) {
        List<XmlElement> times = timer.children(TIMES).toList();
        if (times.size() != 1) {
            tell(timer, "", report);
        } else if (!isTime(times.get(0).tag(), times.get(0).text())) {
            tell(timer, times.get(0).text(), report);
        }
    }

    private static boolean isTime(String tag, String text) {
        return switch (tag) {
            case "timeDate" -> isExpression(text) || isDate(text);
            case "timeDuration" -> isExpression(text) || isSpan(text);
            default -> isExpression(text) || isCycle(text);
        };
    }

    private static void date(XmlElement task, String attribute, Report report) {
        String text = task.attribute(attribute);
        if (task.has(attribute) && !isExpression(text) && !isDate(text) && !isSpan(text)) {
            report.add(Rule.TIMER_TEXT, task, text);
        }
    }

    private static void retries(XmlElement retries, Report report) {
        String text = retries.text();
        boolean readable =
                isCycle(text) || List.of(text.split(",", -1)).stream().allMatch(TimerRules::isSpan);
        if (!readable) {
            XmlElement owner = retries.parent().parent();
            report.add(Rule.TIMER_TEXT, retries.line(), owner == null ? null : owner.id(), null, text);
        }
    }

    private static void tell(XmlElement timer, String text, Report report) {
        XmlElement event = timer.parent();
        report.add(Rule.TIMER_TEXT, timer.line(), event.id(), event.name(), text);
    }

    private static boolean isExpression(String text) {
        return WHOLE.matcher(text).matches();
    }

    private static boolean isCycle(String text) {
        var repeated = REPEATED.matcher(text);
        return repeated.matches() && (isSpan(repeated.group("span")) || isExpression(repeated.group("span")));
    }

    private static boolean isSpan(String text) {
        try {
            return SPAN.matcher(text.strip()).matches()
                    && DATATYPES.newDuration(text.strip()).getSign() > 0;
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            DateTimeFormatter.ISO_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static DatatypeFactory datatypes() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
