package id.semai.engine;

import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * The engine's own comments and attachments, for which it asks neither right nor unit: read by whoever may see the task
 * or process, written by who works on the task.
 */
@Component
class RemarkGuard extends CommandInterceptor {

    private static final Set<Class<?>> WRITTEN_ON_TASKS = Set.of(
            AddCommentCmd.class,
            UpdateCommentCmd.class,
            DeleteTaskCommentCmd.class,
            CreateAttachmentCmd.class,
            DeleteAttachmentCmd.class);
    private static final Set<Class<?>> READ_OF_TASKS = Set.of(
            GetTaskCommentCmd.class,
            GetTaskCommentsCmd.class,
            GetTaskAttachmentCmd.class,
            GetTaskAttachmentsCmd.class,
            GetTaskAttachmentContentCmd.class);
    private static final Set<Class<?>> READ_OF_PROCESSES =
            Set.of(GetProcessInstanceCommentsCmd.class, GetProcessInstanceAttachmentsCmd.class);
    /** What says of no task that it belongs to it. */
    private static final Set<Class<?>> CLOSED = Set.of(
            DeleteProcessInstanceCommentCmd.class,
            SaveAttachmentCmd.class,
            GetAttachmentCmd.class,
            GetAttachmentContentCmd.class);

    private static final Set<Class<?>> WITH_PROCESS = Set.of(AddCommentCmd.class, CreateAttachmentCmd.class);

    private final TaskRights rights;

    RemarkGuard(TaskRights rights) {
        this.rights = rights;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean concerned = Context.getCommandContext() == null && concerns(command.getClass());
        return next.execute(concerned ? new Guarded<>(command, rights) : command);
    }

    private static boolean concerns(Class<?> command) {
        return WRITTEN_ON_TASKS.contains(command)
                || READ_OF_TASKS.contains(command)
                || READ_OF_PROCESSES.contains(command)
                || CLOSED.contains(command);
    }

    private record Guarded<T>(Command<T> command, TaskRights rights) implements Command<T> {

        @Override
        public T execute(CommandContext context) {
            if (context.getAuthentication() != null) {
                check(context, new CommandFields(command));
            }
            return command.execute(context);
        }

        private void check(CommandContext context, CommandFields fields) {
            Class<?> kind = command.getClass();
            if (WRITTEN_ON_TASKS.contains(kind)) {
                rights.checkRemark(
                        context,
                        fields.text("taskId"),
                        WITH_PROCESS.contains(kind) ? fields.text("processInstanceId") : null);
            } else if (READ_OF_TASKS.contains(kind)) {
                require(history(context)
                                .createHistoricTaskInstanceQuery()
                                .taskId(fields.text("taskId"))
                                .count()
                        > 0);
            } else if (READ_OF_PROCESSES.contains(kind)) {
                require(history(context)
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(fields.text("processInstanceId"))
                                .count()
                        > 0);
            } else {
                throw new Refusal(403, "Catatan dan lampiran hanya dibuka lewat tugasnya.");
            }
        }

        private static void require(boolean visible) {
            if (!visible) {
                throw new Refusal(404, "Tugas atau proses ini tidak ada.");
            }
        }

        private static HistoryService history(CommandContext context) {
            return context.getProcessEngineConfiguration().getHistoryService();
        }
    }
}
