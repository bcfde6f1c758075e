package id.semai.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds the live facts to what a form is filled with, once the engine has let the person see its variables. */
@Component
class LiveForms extends CommandInterceptor {

    private final ObjectProvider<LiveFacts> facts;

    LiveForms(ObjectProvider<LiveFacts> facts) {
        this.facts = facts;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        if (command instanceof GetTaskFormVariablesCmd shown && Context.getCommandContext() == null) {
            return (T) next.execute(new Enriched(shown, facts.stream().toList()));
        }
        return next.execute(command);
    }

    private record Enriched(GetTaskFormVariablesCmd shown, List<LiveFacts> facts) implements Command<VariableMap> {

        @Override
        public VariableMap execute(CommandContext context) {
            VariableMap variables = shown.execute(context);
            TaskEntity task = context.getTaskManager().findTaskById(new CommandFields(shown).text("resourceId"));
            if (task.getExecution() != null) {
                facts.forEach(fact -> add(context, fact, task, variables));
            }
            return variables;
        }

        /** A unit's answer is asked for whoever may see the task that shows it. */
        private static void add(CommandContext context, LiveFacts fact, TaskEntity task, VariableMap variables) {
            boolean checked = context.isTenantCheckEnabled();
            context.disableTenantCheck();
            try {
                Map<String, Object> live = context.runWithoutAuthorization(() -> fact.of(task.getExecution()));
                live.forEach((name, value) -> variables.put(name, PlainValues.toEngine(value)));
            } finally {
                if (checked) {
                    context.enableTenantCheck();
                }
            }
        }
    }
}
