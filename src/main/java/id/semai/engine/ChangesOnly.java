package id.semai.engine;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A call activity that takes back what the called process has changed, and leaves alone what came back as it went. The
 * engine would write all of it again, so the history of a case would show changes that nobody made, a dozen times as many
 * as there were.
 */
final class ChangesOnly extends CallActivityBehavior {

    private static final String MAPPING = "variableMappingDelegateExpression";

    private ChangesOnly(CallActivityBehavior plain) {
        setCallableElement(plain.getCallableElement());
    }

    /** What maps variables by a bean of its own, which the check of models refuses, is left as it is. */
    static void of(ActivityImpl activity, Element element) {
        if (activity.getActivityBehavior() instanceof CallActivityBehavior plain
                && element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, MAPPING) == null) {
            activity.setActivityBehavior(new ChangesOnly(plain));
        }
    }

    @Override
    public void passOutputVariables(ActivityExecution caller, VariableScope called) {
        caller.setVariables(changed(getOutputVariables(called), caller));
        caller.setVariablesLocal(getOutputVariablesLocal(called));
    }

    private static VariableMap changed(VariableMap returned, VariableScope caller) {
        VariableMap changed = new VariableMapImpl();
        for (String name : returned.keySet()) {
            TypedValue value = returned.getValueTyped(name);
            if (!caller.hasVariable(name) || !isSame(value, caller.getVariableTyped(name, false))) {
                changed.putValueTyped(name, value);
            }
        }
        return changed;
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
