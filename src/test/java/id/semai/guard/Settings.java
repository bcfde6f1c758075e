package id.semai.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.catalina.Valve;
import org.apache.catalina.valves.RemoteIpValve;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.runtime.DeserializationTypeValidator;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** Layers that are settings of the running engine or server: as the engine comes from its makers. */
final class Settings {

    static final String TENANTS = "tenants";
    static final String GRANTS = "grants";
    /** That a process belongs to its starter's unit, and to one. */
    static final String UNITS = "units";

    static final String EXPRESSIONS = "expressions";
    static final String MODELS = "models";
    static final String CASES = "cases";
    static final String CHECK = "check";
    static final String PASSWORD_POLICY = "password policy";
    static final String TYPES = "types";
    static final String PROXIES = "proxies";

    private static final Map<String, Function<ProcessEngineConfigurationImpl, Runnable>> OF_THE_ENGINE = Map.of(
            TENANTS, Settings::withoutTenants,
            GRANTS, Settings::withoutGrants,
            UNITS, Settings::withoutUnits,
            EXPRESSIONS, Settings::withStockExpressions,
            MODELS, Settings::withoutALookThroughModels,
            CASES, engine -> without("NoCases", engine),
            CHECK, engine -> without("DeploymentCheck", engine),
            PASSWORD_POLICY, Settings::withoutPasswordPolicy,
            TYPES, Settings::withAllTypes);

    private Settings() {}

    /** @return what sets it back; nothing for layers that are no settings */
    static Runnable off(String layer, ApplicationContext application) {
        if (layer.equals(PROXIES)) {
            return believingEverybody((ServletWebServerApplicationContext) application);
        }
        if (!OF_THE_ENGINE.containsKey(layer)) {
            return () -> {};
        }
        return OF_THE_ENGINE.get(layer).apply((ProcessEngineConfigurationImpl)
                application.getBean(ProcessEngine.class).getProcessEngineConfiguration());
    }

    private static Runnable withoutTenants(ProcessEngineConfigurationImpl engine) {
        engine.setTenantCheckEnabled(false);
        return () -> engine.setTenantCheckEnabled(true);
    }

    private static Runnable withoutGrants(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(false);
        return () -> engine.setAuthorizationEnabled(true);
    }

    private static Runnable withoutUnits(ProcessEngineConfigurationImpl engine) {
        TenantIdProvider ours = engine.getTenantIdProvider();
        engine.setTenantIdProvider(new Credulous());
        return () -> engine.setTenantIdProvider(ours);
    }

    private static Runnable withStockExpressions(ProcessEngineConfigurationImpl engine) {
        ExpressionManager ours = engine.getExpressionManager();
        ExpressionManager stock = new JuelExpressionManager();
        engine.setExpressionManager(stock);
        set(parser(engine), "expressionManager", stock);
        return () -> {
            engine.setExpressionManager(ours);
            set(parser(engine), "expressionManager", ours);
        };
    }

    private static Runnable withoutALookThroughModels(ProcessEngineConfigurationImpl engine) {
        BpmnParseFactory ours = engine.getBpmnParseFactory();
        BpmnParseFactory stock = BpmnParse::new;
        set(parser(engine), "bpmnParseFactory", stock);
        return () -> set(parser(engine), "bpmnParseFactory", ours);
    }

    private static Runnable without(String deployer, ProcessEngineConfigurationImpl engine) {
        List<Deployer> before = deployers(engine);
        List<Deployer> fewer = new ArrayList<>(before);
        if (!fewer.removeIf(it -> it.getClass().getSimpleName().equals(deployer))) {
            throw new IllegalStateException("no " + deployer);
        }
        engine.getDeploymentCache().setDeployers(fewer);
        return () -> engine.getDeploymentCache().setDeployers(before);
    }

    private static Runnable withoutPasswordPolicy(ProcessEngineConfigurationImpl engine) {
        engine.setEnablePasswordPolicy(false);
        return () -> engine.setEnablePasswordPolicy(true);
    }

    private static Runnable withAllTypes(ProcessEngineConfigurationImpl engine) {
        DeserializationTypeValidator ours = engine.getDeserializationTypeValidator();
        engine.setDeserializationTypeValidator(type -> true);
        return () -> engine.setDeserializationTypeValidator(ours);
    }

    private static Runnable believingEverybody(ServletWebServerApplicationContext application) {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        for (Valve valve : server.getTomcat().getEngine().getPipeline().getValves()) {
            if (valve instanceof RemoteIpValve proxies) {
                String ours = proxies.getInternalProxies();
                proxies.setInternalProxies(".*");
                return () -> proxies.setInternalProxies(ours);
            }
        }
        throw new IllegalStateException("no proxies are declared");
    }

    private static BpmnParser parser(ProcessEngineConfigurationImpl engine) {
        return deployers(engine).stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .map(BpmnDeployer::getBpmnParser)
                .findFirst()
                .orElseThrow();
    }

    /** Those at work; the configuration's own list holds others of the same kinds. */
    @SuppressWarnings("unchecked")
    private static List<Deployer> deployers(ProcessEngineConfigurationImpl engine) {
        return (List<Deployer>) PropertyAccessorFactory.forDirectFieldAccess(engine.getDeploymentCache())
                .getPropertyValue("cacheDeployer.deployers");
    }

    private static void set(Object holder, String field, Object value) {
        PropertyAccessorFactory.forDirectFieldAccess(holder).setPropertyValue(field, value);
    }

    /** A process belongs to the unit that its variable names, if there is one. */
    private static class Credulous implements TenantIdProvider {

        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
            return start.getSuperExecution() != null
                    ? start.getSuperExecution().getTenantId()
                    : (String) start.getVariables().get("unit");
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
            return null;
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext decision) {
            return decision.getExecution() == null
                    ? null
                    : decision.getExecution().getTenantId();
        }
    }
}
