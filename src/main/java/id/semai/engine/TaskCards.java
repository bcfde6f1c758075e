package id.semai.engine;

import id.semai.stage.Stage;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.stereotype.Component;

/**
 * What a list shows of a task and is searched and sorted by, kept on the task itself from its creation on: its name
 * with the title of the innovation, its own deadline or else that of its stage, and the name of the stage. A list that
 * had to look for them among the variables would slow down with every innovation there ever was.
 */
@Component
class TaskCards {

    /** A variable of the task. */
    static final String STAGE_NAME = "stageName";

    /** Width of the column that holds a task's name. */
    private static final int LONGEST = 255;

    void prepare(TaskDefinition task) {
        if (task.getNameExpression() != null) {
            task.setNameExpression(new WithTitle(task.getNameExpression()));
        }
        if (task.getDueDateExpression() == null) {
            task.setDueDateExpression(new DueOfStage());
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TaskCards::noteStage);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, TaskCards::renameOthers);
    }

    private static void noteStage(DelegateTask task) {
        Stage stage = stageOf((ExecutionEntity) task.getExecution());
        if (stage != null) {
            task.setVariableLocal(STAGE_NAME, stage.name());
        }
    }

    /** The innermost stage around a task; null outside of every stage. */
    private static Stage stageOf(ExecutionEntity execution) {
        for (ExecutionEntity at = execution; at != null; at = caller(at)) {
            for (ScopeImpl scope = at.getActivity(); scope instanceof ActivityImpl activity; ) {
                StageScope stage = activity.getProperties().get(StageScope.PROPERTY);
                if (stage != null) {
                    return stage.stage();
                }
                scope = activity.getFlowScope();
            }
        }
        return null;
    }

    private static ExecutionEntity caller(ExecutionEntity execution) {
        return execution.getProcessInstance().getSuperExecution();
    }

    /** The title that a task has given is at once that of the tasks beside it. */
    private static void renameOthers(DelegateTask done) {
        List<TaskEntity> open =
                Context.getCommandContext().getTaskManager().findTasksByProcessInstanceId(done.getProcessInstanceId());
        for (TaskEntity task : open) {
            Expression name = task.getTaskDefinition().getNameExpression();
            if (name != null && !task.getId().equals(done.getId())) {
                task.setName((String) name.getValue(task.getExecution()));
            }
        }
    }

    private record WithTitle(Expression name) implements TaskAttribute {

        @Override
        public String getValue(VariableScope scope) {
            Object title = scope.getVariable("title");
            String text = (String) name.getValue(scope);
            return title == null || text == null ? text : cut(text + ": " + title);
        }

        @Override
        public String getExpressionText() {
            return name.getExpressionText();
        }

        private static String cut(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        }
    }

    private record DueOfStage() implements TaskAttribute {

        @Override
        public Date getValue(VariableScope scope) {
            return (Date) scope.getVariable(StageBoundary.DUE_AT);
        }

        @Override
        public String getExpressionText() {
            return "${" + StageBoundary.DUE_AT + "}";
        }
    }

    private interface TaskAttribute extends Expression {

        @Override
        default void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException(getExpressionText());
        }

        @Override
        default boolean isLiteralText() {
            return false;
        }
    }
}
