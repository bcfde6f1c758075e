package id.semai.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/** The beans that a model's expressions may name: the delegates, and nothing else of the application. */
class ModelBeans extends AbstractMap<Object, Object> {

    private final BeanFactory application;

    ModelBeans(BeanFactory application) {
        this.application = application;
    }

    <T> T own(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean
                && application.containsBean(bean)
                && application.isTypeMatch(bean, JavaDelegate.class);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? application.getBean((String) name) : null;
    }

    /** Not listed: delegates are made when a model first names them. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
