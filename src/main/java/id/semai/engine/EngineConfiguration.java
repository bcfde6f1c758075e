package id.semai.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts Semai's edge into the engine: stage listeners, functions of the models, the gate of tasks. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private final AtomicReference<ProcessEngineConfigurationImpl> engine = new AtomicReference<>();

    @Bean
    StageParseListener.ExpressionSource modelExpressions() {
        return StageParseListener.ExpressionSource.of(() -> engine.get().getExpressionManager());
    }

    @Bean
    @Order(100)
    ProcessEnginePlugin semaiEdge(
            ObjectProvider<StageParseListener> stages,
            ObjectProvider<TaskGate> gate,
            ObjectProvider<LiveForms> forms,
            ObjectProvider<QueryGuard> queries,
            ObjectProvider<IdentityGuard> identities,
            ObjectProvider<RemarkGuard> remarks,
            ObjectProvider<Flyway> flyway,
            ApplicationContext application) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                engine.set(configuration);
                configuration.setBeans(new ModelBeans(application));
                configuration.setExpressionManager(new ModelExpressions(configuration.getBeans()));
                configuration.setScriptFactory(new NoScripts());
                configuration.setScriptEngineResolver(new NoScriptEngines());
                configuration.setBpmnParseFactory(GuardedParse::new);
                configuration.setCustomExceptionCodeProvider(new UntakenValues());
                configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), new NoCases()));
                configuration.setCustomPostBPMNParseListeners(
                        with(configuration.getCustomPostBPMNParseListeners(), stages.getObject()));
                configuration.setCustomPreCommandInterceptorsTxRequired(with(
                        configuration.getCustomPreCommandInterceptorsTxRequired(),
                        queries.getObject(),
                        identities.getObject(),
                        remarks.getObject(),
                        gate.getObject(),
                        forms.getObject()));
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                ModelFunctions.register(configuration.getExpressionManager());
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine built) {
                flyway.ifAvailable(EngineTables::migrate);
            }
        };
    }

    @SafeVarargs
    private static <T> List<T> with(List<T> present, T... more) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.addAll(List.of(more));
        return all;
    }
}
