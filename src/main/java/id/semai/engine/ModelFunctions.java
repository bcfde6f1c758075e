package id.semai.engine;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.springframework.util.ReflectionUtils;

/**
 * The functions that the models may call, beside the engine's own {@code now()}, {@code currentUser()} and
 * {@code currentUserGroups()}. Static, since the engine's expressions call static methods only.
 */
public final class ModelFunctions {

    private ModelFunctions() {}

    static void register(ExpressionManager expressions) {
        for (String name : List.of("deadline", "duration", "endOfDay")) {
            Method function = ReflectionUtils.findMethod(ModelFunctions.class, name, String.class);
            expressions.addFunction(name, function);
        }
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

    private static ZoneId zone() {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        String unit = context == null ? null : context.getExecution().getTenantId();
        return application().own(UnitZones.class).of(unit);
    }

    private static Deadlines deadlines() {
        return application().own(Deadlines.class);
    }

    private static ModelBeans application() {
        return (ModelBeans) (Map<?, ?>) Context.getProcessEngineConfiguration().getBeans();
    }
}
