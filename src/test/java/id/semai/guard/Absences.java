package id.semai.guard;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ReflectionUtils;

/** What would happen in the place of a check inside a bean, if that check were not there. */
final class Absences {

    static final String COMPLETION = "taskRights.checkCompletion";
    static final String ASSIGNMENT = "taskRights.checkAssignment";
    static final String PASSING = "taskRights.checkPassing";
    static final String TASK_FORMS = "submittedForms.acceptTask";
    static final String START_FORMS = "submittedForms.acceptStart";
    static final String FILES = "fileCheck.check";
    static final String OWN_DRAFTS = "drafts.find";
    static final String HOMES = "places.doors";
    /** That the resource of the models asks by itself who is an administrator. */
    static final String ADMINISTRATORS = "visitors.roles";

    static final String ACCOUNT_DOOR = "key=account:";
    static final String ADDRESS_DOOR = "key=address:";

    private static final Map<String, Absence> OF_BEANS = Map.of(
            "taskRights", named((call, application) -> anyTask(call)),
            "submittedForms", named((call, application) -> lastOf(call, call.getArguments().length)),
            "fileCheck",
                    named((call, application) ->
                            call.getMethod().getReturnType().getEnumConstants()[0]),
            "drafts", named(Absences::anybodysDraft),
            "places", named((call, application) -> strangersDoors(call)),
            "visitors", named((call, application) -> administratorOfModels(call)),
            "doors", (call, off, application) -> fewerDoors(call, off));

    private Absences() {}

    /** Null if nothing can be taken away from this bean. */
    static Absence of(String bean) {
        return OF_BEANS.get(bean);
    }

    interface Absence {

        Object instead(MethodInvocation call, Set<String> off, ApplicationContext application) throws Throwable;
    }

    private interface Unchecked {

        Object call(MethodInvocation call, ApplicationContext application) throws Throwable;
    }

    /** One layer for each method, called {@code bean.method}. */
    private static Absence named(Unchecked unchecked) {
        return (call, off, application) ->
                off.contains(name(call)) ? unchecked.call(call, application) : call.proceed();
    }

    private static String name(MethodInvocation call) {
        String type = call.getThis().getClass().getSimpleName().replaceFirst("\\$\\$.*", "");
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "."
                + call.getMethod().getName();
    }

    private static Object anyTask(MethodInvocation call) {
        CommandContext context = (CommandContext) call.getArguments()[0];
        return call.getMethod().getReturnType() == void.class
                ? null
                : context.getTaskManager().findTaskById((String) call.getArguments()[1]);
    }

    /** What was sent is what is kept. */
    private static Object lastOf(MethodInvocation call, int arguments) {
        return call.getArguments()[arguments - 1];
    }

    private static Object anybodysDraft(MethodInvocation call, ApplicationContext application) throws Throwable {
        Object task = PropertyAccessorFactory.forDirectFieldAccess(call.getArguments()[0])
                .getPropertyValue("id");
        call.getArguments()[1] = application
                .getBean(JdbcClient.class)
                .sql("select person from semai.draft where task = ? limit 1")
                .param(task)
                .query(String.class)
                .single();
        return call.proceed();
    }

    private static Object strangersDoors(MethodInvocation call) {
        Method strangers = Arrays.stream(
                        ReflectionUtils.getAllDeclaredMethods(call.getThis().getClass()))
                .filter(method -> method.getName().equals("strangersDoors"))
                .findFirst()
                .orElseThrow();
        ReflectionUtils.makeAccessible(strangers);
        return ReflectionUtils.invokeMethod(strangers, call.getThis(), call.getArguments());
    }

    /** The list at the edge asks the same bean, before the resource is called. */
    private static Object administratorOfModels(MethodInvocation call) throws Throwable {
        boolean asked = StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals("id.semai.models.ModelResource")));
        return asked ? Set.of("administrator") : call.proceed();
    }

    private static Object fewerDoors(MethodInvocation call, Set<String> off) throws Throwable {
        if (call.getArguments().length == 1 && call.getArguments()[0] instanceof List<?> doors) {
            call.getArguments()[0] = doors.stream()
                    .filter(door -> off.stream().noneMatch(door.toString()::contains))
                    .toList();
        }
        return call.proceed();
    }
}
