package id.semai.models;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys the models while the application starts: before the first request and before the first job. */
@Component
class ModelStart implements SmartLifecycle {

    private final ModelDeployment deployment;
    private volatile boolean running;

    ModelStart(ModelDeployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public void start() {
        deployment.deploy();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
