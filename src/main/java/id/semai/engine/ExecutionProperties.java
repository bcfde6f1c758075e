package id.semai.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;

/** What an expression may ask of {@code execution}; no other object has any property, not even {@code class}. */
class ExecutionProperties extends ELResolver {

    private static final Map<String, Function<DelegateExecution, Object>> READABLE = Map.of(
            "id", DelegateExecution::getId,
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "processInstanceId", DelegateExecution::getProcessInstanceId,
            "currentActivityId", DelegateExecution::getCurrentActivityId,
            "tenantId", DelegateExecution::getTenantId);

    static Set<String> names() {
        return READABLE.keySet();
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return null;
        }
        context.setPropertyResolved(true);
        Function<DelegateExecution, Object> reader = READABLE.get(String.valueOf(property));
        if (reader == null || !(base instanceof DelegateExecution execution)) {
            throw new PropertyNotFoundException("Expressions may not read the property " + property);
        }
        return reader.apply(execution);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotFoundException("Expressions may not change the property " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return List.<FeatureDescriptor>of().iterator();
    }
}
