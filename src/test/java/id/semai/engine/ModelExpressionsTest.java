package id.semai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.journeys.EndToEnd;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Expressions compare, look and name; they run nothing. */
@EndToEnd
class ModelExpressionsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private final JuelExpressionManager ours = new ModelExpressions(Map.of("delegate", "a delegate"));

    /** With the same beans; that the attack works there is why ours differs. */
    private final ExpressionManager stock = new JuelExpressionManager(Map.of("delegate", "a delegate"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${delegate.class.name}",
                "${delegate.toString()}",
                "${delegate.bytes}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class.forName('java.lang.Runtime').getMethods()}",
                "#{''['class']}",
            })
    void whatRunsInTheStockEngineDoesNotRunHere(String attack) {
        assertThat(value(stock, attack)).isNotNull();
        assertThatThrownBy(() -> value(ours, attack)).isInstanceOfAny(ProcessEngineException.class, ELException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.variables}",
                "${execution.class}",
                "${execution.processEngine}",
                "${XML('<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>')}",
                "${S('{}')}",
                "${dateTime()}",
            })
    void theEnginesServicesAndOtherFunctionsAreOutOfReach(String attack) {
        assertThatThrownBy(() -> inside(() -> ours.createExpression(attack).getValue(new ExecutionEntity())))
                .isInstanceOfAny(ProcessEngineException.class, ELException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "${outcome == 'stopped'}, true",
        "${count > 2 && !empty outcome}, true",
        "${delegate}, a delegate",
        "${answers.reason}, late",
        "${answers['reason']}, late",
        "${rows[0].name}, first",
    })
    void whatModelsNeedWorks(String expression, String expected) {
        VariableContext variables = Variables.createVariables()
                .putValue("outcome", "stopped")
                .putValue("count", 3)
                .putValue("answers", Map.of("reason", "late"))
                .putValue("rows", List.of(Map.of("name", "first")))
                .asVariableContext();
        assertThat(inside(() -> ours.toElProvider().createExpression(expression).getValue(variables)))
                .hasToString(expected);
    }

    private Object value(ExpressionManager manager, String expression) {
        return inside(() -> manager.createExpression(expression).getValue(null));
    }

    private Object inside(Supplier<Object> evaluation) {
        return engine.getCommandExecutorTxRequired().execute(context -> evaluation.get());
    }
}
