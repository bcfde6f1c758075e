package id.semai.engine;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.util.ReflectionUtils;

/**
 * The functions that models and Tasklist's filters may call, beside the engine's own {@code now()},
 * {@code currentUser()} and {@code currentUserGroups()}. Static, since the engine's expressions call static methods
 * only.
 */
public final class ModelFunctions {

    private ModelFunctions() {}

    static void register(ExpressionManager expressions) {
        for (String name : List.of("deadline", "duration", "endOfDay")) {
            register(expressions, name, String.class);
        }
        register(expressions, "inDays", long.class);
    }

    /** Those that an engine brings by itself, for expressions without one. */
    static void registerTheEngines(ExpressionManager expressions) {
        for (String name : List.of(CommandContextFunctions.CURRENT_USER, CommandContextFunctions.CURRENT_USER_GROUPS)) {
            expressions.addFunction(name, ReflectionUtils.findMethod(CommandContextFunctions.class, name));
        }
        expressions.addFunction(
                DateTimeFunctions.NOW, ReflectionUtils.findMethod(DateTimeFunctions.class, DateTimeFunctions.NOW));
    }

    private static void register(ExpressionManager expressions, String name, Class<?> argument) {
        Method function = ReflectionUtils.findMethod(ModelFunctions.class, name, argument);
        expressions.addFunction(name, function);
    }

    /** Now plus a span: a name of {@code semai.durations}, or ISO 8601 text. */
    public static Date deadline(String nameOrText) {
        return Date.from(deadlines().deadline(nameOrText, zone()));
    }

    /** ISO 8601 text of a span, for a timer's duration or cycle. */
    public static String duration(String nameOrText) {
        return deadlines().duration(nameOrText);
    }

    /** 23.59.59 of a day ({@code yyyy-MM-dd}) where the unit lives; null for null. */
    public static Date endOfDay(String day) {
        return day == null ? null : Date.from(deadlines().endOfDay(LocalDate.parse(day), zone()));
    }

    /**
     * The midnight that ends the day so many days after today: what is due on that day is due before it. Of the unit
     * that a process runs for; in a filter of the first unit that its reader sees.
     */
    public static Date inDays(long days) {
        ZoneId zone = zone();
        LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), zone);
        return Date.from(today.plusDays(days + 1).atStartOfDay(zone).toInstant());
    }

    private static ZoneId zone() {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        String unit = context == null ? readersUnit() : context.getExecution().getTenantId();
        return application().own(UnitZones.class).of(unit);
    }

    /** Null when nobody is authenticated, or sees no unit of their own. */
    private static String readersUnit() {
        Authentication reader = Context.getCommandContext().getAuthentication();
        return reader == null
                        || reader.getTenantIds() == null
                        || reader.getTenantIds().isEmpty()
                ? null
                : reader.getTenantIds().get(0);
    }

    private static Deadlines deadlines() {
        return application().own(Deadlines.class);
    }

    private static ModelBeans application() {
        return (ModelBeans) (Map<?, ?>) Context.getProcessEngineConfiguration().getBeans();
    }
}
