package id.semai.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.ConfigurablePropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * What a command of the engine was called with. The commands keep it in fields without getters; 7.24.0 is the last
 * community release, so their names stay.
 */
class CommandFields {

    private final ConfigurablePropertyAccessor fields;

    CommandFields(Command<?> command) {
        this(PropertyAccessorFactory.forDirectFieldAccess(command));
    }

    private CommandFields(ConfigurablePropertyAccessor fields) {
        this.fields = fields;
    }

    CommandFields of(String name) {
        return new CommandFields(PropertyAccessorFactory.forDirectFieldAccess(fields.getPropertyValue(name)));
    }

    /** Null if the caller gave none. */
    String text(String name) {
        return (String) fields.getPropertyValue(name);
    }

    int number(String name) {
        return (int) fields.getPropertyValue(name);
    }

    /** Empty if the caller gave none. */
    @SuppressWarnings("unchecked")
    Map<String, Object> map(String name) {
        Map<String, Object> map = (Map<String, Object>) fields.getPropertyValue(name);
        return map == null ? Map.of() : map;
    }

    void replace(String name, Map<String, Object> values) {
        fields.setPropertyValue(name, Variables.fromMap(values));
    }

    MessageCorrelationBuilderImpl correlation() {
        return (MessageCorrelationBuilderImpl) fields.getPropertyValue("builder");
    }
}
