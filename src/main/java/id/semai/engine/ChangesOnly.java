package id.semai.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Of all variables that a called process returns, those that it has changed. The engine would write the others again, too, so
 * the history of a case would show changes that nobody made. The behaviour of the call activity stays the engine's own:
 * running instances move to other versions only between behaviours that the engine knows.
 */
final class ChangesOnly extends CallableElementParameter {

    private ChangesOnly(CallableElementParameter all) {
        setSourceValueProvider(all.getSourceValueProvider());
        setTarget(all.getTarget());
        setAllVariables(all.isAllVariables());
        setReadLocal(all.isReadLocal());
    }

    static void of(ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof CallActivityBehavior call) {
            List<CallableElementParameter> outputs = call.getCallableElement().getOutputs();
            outputs.replaceAll(output -> output.isAllVariables() ? new ChangesOnly(output) : output);
        }
    }

    @Override
    public void applyTo(VariableScope called, VariableMap variables) {
        VariableMap returned = new VariableMapImpl();
        super.applyTo(called, returned);
        VariableScope caller = ((ExecutionEntity) called).getSuperExecution();
        for (String name : returned.keySet()) {
            TypedValue value = returned.getValueTyped(name);
            if (!caller.hasVariable(name) || !isSame(value, caller.getVariableTyped(name, false))) {
                variables.putValueTyped(name, value);
            }
        }
    }

    /** Of plain values only: whether two objects are equal is nothing that their classes always tell. */
    private static boolean isSame(TypedValue one, TypedValue other) {
        return one.getType() != null
                && one.getType() != ValueType.BYTES
                && one.getType().isPrimitiveValueType()
                && one.getType().equals(other.getType())
                && Objects.equals(one.getValue(), other.getValue());
    }
}
