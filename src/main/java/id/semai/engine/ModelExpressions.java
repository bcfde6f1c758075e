package id.semai.engine;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Expressions that can compare, look into variables, call our functions and name our delegates, and can do nothing else:
 * to the parser a method call is an error of syntax, no property of a Java object is read but a few of an execution's,
 * and no function is known but those of {@link #FUNCTIONS}. So whoever gets an expression evaluated, in a model or past
 * the guard of queries (CVE-2026-109432), gets no code run.
 */
class ModelExpressions extends JuelExpressionManager {

    /** Names with the number of arguments. */
    static final Map<String, Integer> FUNCTIONS = Map.of(
            "now", 0,
            "currentUser", 0,
            "currentUserGroups", 0,
            "deadline", 1,
            "duration", 1,
            "endOfDay", 1,
            "inDays", 1);

    ModelExpressions(Map<Object, Object> beans) {
        super(beans);
        setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5, null));
    }

    /** The engine and its plugins offer more, which nothing of ours needs. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.containsKey(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver all = new CompositeELResolver();
        all.add(new VariableScopeElResolver());
        all.add(new VariableContextElResolver());
        all.add(new ReadOnlyMapELResolver(beans));
        all.add(new ListELResolver(true));
        all.add(new MapELResolver(true));
        all.add(new ExecutionProperties());
        return all;
    }
}
