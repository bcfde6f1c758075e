package id.semai.engine;

import id.semai.stage.Stage;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Makes an element a stage because it carries the marker {@code stage}. The listeners are built-in ones: the engine
 * calls them for cancellation, termination and deletion too, even with "skip custom listeners".
 */
@Component
class StageParseListener extends AbstractBpmnParseListener {

    static final String NOT_BY = "semai.notBy";

    private final Journeys journeys;
    private final StageBoundary boundary;
    private final CaseKey caseKey;
    private final TaskCards cards;
    private final ExpressionSource expressions;

    StageParseListener(
            Journeys journeys, StageBoundary boundary, CaseKey caseKey, TaskCards cards, ExpressionSource expressions) {
        this.journeys = journeys;
        this.boundary = boundary;
        this.caseKey = caseKey;
        this.cards = cards;
        this.expressions = expressions;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) caseKey::fix);
        String journey = new Markers(element).value("journey");
        if ("innovation".equals(journey)) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) journeys::start);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) journeys::finish);
        } else if (journey != null) {
            throw new IllegalArgumentException(
                    "Proses %s: journey=\"%s\" tidak dikenal; satu-satunya nilai: innovation."
                            .formatted(process.getKey(), journey));
        }
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        ChangesOnly.of(activity);
        parseStage(element, activity);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        parseStage(element, activity);
    }

    private void parseStage(Element element, ActivityImpl activity) {
        Markers markers = new Markers(element);
        String code = markers.value("stage");
        if (code == null) {
            return;
        }
        Stage stage = new Stage(code, markers.name());
        StageScope stageScope = new StageScope(stage, expressions.parse(markers.value("due")));
        activity.getProperties().set(StageScope.PROPERTY, stageScope);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> boundary.enter(execution, stageScope));
        activity.addBuiltInListener(
                ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> boundary.leave(execution, stage));
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        Markers markers = new Markers(element);
        if ("overdue".equals(markers.value("signal"))) {
            StageScope stage =
                    ((ScopeImpl) activity.getEventScope()).getProperties().get(StageScope.PROPERTY);
            if (stage == null) {
                throw new IllegalArgumentException("%s: signal=overdue hanya berarti pada peristiwa batas sebuah tahap."
                        .formatted(activity.getId()));
            }
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> boundary.overdue(execution, stage.stage()));
        }
        rememberReason(markers, activity);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        // What interrupts is the event sub-process as a whole.
        rememberReason(
                new Markers(element), scope instanceof ActivityImpl eventSubProcess ? eventSubProcess : activity);
    }

    private void rememberReason(Markers markers, ActivityImpl activity) {
        boundary.reasons().remember(activity, markers.value("reason"));
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        Markers markers = new Markers(element);
        String outcome = markers.value("outcome");
        String reason = markers.value("reason");
        if (outcome != null || reason != null) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> boundary.reach(execution, outcome, reason));
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setProperty(NOT_BY, new Markers(element).list("notBy"));
        cards.prepare(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
    }

    /** Expressions of a model are parsed with the engine's own manager, which exists only after configuration. */
    interface ExpressionSource {

        /** Null for null. */
        org.camunda.bpm.engine.delegate.Expression parse(String text);

        static ExpressionSource of(java.util.function.Supplier<ExpressionManager> manager) {
            return text -> text == null ? null : manager.get().createExpression(text);
        }
    }
}
