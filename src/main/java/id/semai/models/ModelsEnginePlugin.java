package id.semai.models;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads deployments past the folder, after everything that refuses them. */
@Component
@Order(ModelsEnginePlugin.AFTER_EVERY_CHECK)
class ModelsEnginePlugin extends AbstractProcessEnginePlugin {

    static final int AFTER_EVERY_CHECK = 200;

    private final DeploymentGate gate;

    ModelsEnginePlugin(DeploymentGate gate) {
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> all = new ArrayList<>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            all.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        all.add(gate);
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }
}
