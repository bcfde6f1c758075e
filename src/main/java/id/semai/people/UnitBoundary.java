package id.semai.people;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;

/** Camunda's check of tenants, for which a stranger's request is forbidden rather than a failure of the server. */
final class UnitBoundary {

    private UnitBoundary() {}

    static CommandChecker create() {
        CommandChecker tenants = new TenantCommandChecker();
        return (CommandChecker) Proxy.newProxyInstance(
                CommandChecker.class.getClassLoader(),
                new Class<?>[] {CommandChecker.class},
                (self, check, subject) -> {
                    try {
                        return check.invoke(tenants, subject);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof ProcessEngineException ? foreign() : e.getCause();
                    }
                });
    }

    private static AuthorizationException foreign() {
        return new AuthorizationException("Pekerjaan ini milik perangkat daerah lain.");
    }
}
