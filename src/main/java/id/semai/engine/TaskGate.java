package id.semai.engine;

import id.semai.journal.StaleTransition;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Everything that a person does to a task or a start form passes here, through whichever REST root, web page or API,
 * in the transaction of the command itself: who may do it, and whether what was filled in holds. What delegates, jobs
 * and the application itself do (nobody is authenticated then) does not pass.
 */
@Component
class TaskGate extends CommandInterceptor {

    private static final int MOST_REPETITIONS = 3;

    private final TaskRights rights;
    private final SubmittedForms forms;
    private final StopOrders stopOrders;
    private final ObjectProvider<StartWitness> witnesses;
    private final ObjectProvider<Relocation> relocations;

    TaskGate(
            TaskRights rights,
            SubmittedForms forms,
            StopOrders stopOrders,
            ObjectProvider<StartWitness> witnesses,
            ObjectProvider<Relocation> relocations) {
        this.rights = rights;
        this.forms = forms;
        this.stopOrders = stopOrders;
        this.witnesses = witnesses;
        this.relocations = relocations;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Gate gate = Context.getCommandContext() == null ? gateOf(command, new CommandFields(command)) : null;
        if (gate == null) {
            return next.execute(command);
        }
        for (int repetition = 1; ; repetition++) {
            try {
                return next.execute(new Gated<>(command, gate));
            } catch (OptimisticLockingException | StaleTransition e) {
                if (repetition > MOST_REPETITIONS || !isRepeatable()) {
                    throw new Refusal(
                            409, "Pekerjaan ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.");
                }
            }
        }
    }

    /** Nobody is turned away because their case was moved to another version while they worked on it. */
    private boolean isRepeatable() {
        return !TransactionSynchronizationManager.isActualTransactionActive()
                && relocations.stream().anyMatch(Relocation::isUnderWay);
    }

    /** Null for commands that do not concern a person's work. */
    private Gate gateOf(Command<?> command, CommandFields fields) {
        if (command instanceof CompleteTaskCmd) {
            return completion(fields, "variables");
        }
        if (command instanceof SubmitTaskFormCmd) {
            return completion(fields, "properties");
        }
        if (command instanceof ClaimTaskCmd || command instanceof DelegateTaskCmd || command instanceof AssignTaskCmd) {
            return assignment(fields.text("taskId"), fields.text("userId"));
        }
        if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            return refusal("Tugas ini hanya dapat diselesaikan lewat formulirnya.");
        }
        if (command instanceof SubmitStartFormCmd) {
            return start(fields.text("processDefinitionId"), null, fields, fields, "variables");
        }
        if (command instanceof SaveTaskCmd && isNew(fields)) {
            return refusal("Tugas hanya dibuat oleh proses.");
        }
        if (command instanceof StartProcessInstanceAtActivitiesCmd
                || command instanceof AbstractRestartProcessInstanceCmd
                || command instanceof EvaluateStartConditionCmd) {
            return refusal("Proses hanya dapat dimulai dari awal, lewat formulirnya.");
        }
        if (command instanceof StartProcessInstanceCmd) {
            CommandFields start = fields.of("instantiationBuilder");
            return start(
                    start.text("processDefinitionId"),
                    start.text("processDefinitionKey"),
                    start,
                    start.of("modificationBuilder"),
                    "processVariables");
        }
        if (command instanceof CorrelateMessageCmd || command instanceof CorrelateAllMessageCmd) {
            return new Gate(
                    context -> stopOrders.check(context, fields.correlation()),
                    context -> stopOrders.isOrder(fields.correlation()));
        }
        return null;
    }

    private static boolean isNew(CommandFields fields) {
        return fields.of("task").number("revision") == 0;
    }

    private Gate completion(CommandFields fields, String variables) {
        String taskId = fields.text("taskId");
        Map<String, Object> given = fields.map(variables);
        return new Gate(
                context -> {
                    rights.checkCompletion(context, taskId);
                    Map<String, Object> accepted = forms.acceptTask(context, taskId, given);
                    fields.replace(variables, accepted);
                },
                context -> false);
    }

    private Gate assignment(String taskId, String userId) {
        return new Gate(
                context -> rights.checkAssignment(context, taskId, userId),
                context -> rights.givesBack(context, taskId, userId));
    }

    private Gate start(
            String definitionId, String definitionKey, CommandFields start, CommandFields holder, String in) {
        Map<String, Object> given = holder.map(in);
        return new Gate(
                context -> {
                    Map<String, Object> accepted =
                            forms.acceptStart(context, definitionId, definitionKey, start.text("businessKey"), given);
                    holder.replace(in, accepted);
                },
                context -> false,
                context -> {
                    String process = forms.processKey(context, definitionId, definitionKey);
                    witnesses.forEach(witness -> witness.started(process, context.getAuthenticatedUserId()));
                });
    }

    private static Gate refusal(String sentence) {
        return new Gate(
                context -> {
                    throw new Refusal(403, sentence);
                },
                context -> false);
    }

    /**
     * @param check throws to refuse
     * @param grants true when the gate itself has decided that the command may run, whatever the engine's grants say
     * @param afterwards what belongs into the same transaction
     */
    private record Gate(
            Consumer<CommandContext> check, Predicate<CommandContext> grants, Consumer<CommandContext> afterwards) {

        Gate(Consumer<CommandContext> check, Predicate<CommandContext> grants) {
            this(check, grants, context -> {});
        }
    }

    private record Gated<T>(Command<T> command, Gate gate) implements Command<T> {

        @Override
        public T execute(CommandContext context) {
            if (context.getAuthentication() == null) {
                return command.execute(context);
            }
            boolean granted = gate.grants().test(context);
            gate.check().accept(context);
            T done = granted ? context.runWithoutAuthorization(command) : command.execute(context);
            gate.afterwards().accept(context);
            return done;
        }
    }
}
