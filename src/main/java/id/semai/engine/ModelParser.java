package id.semai.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** The engine's own reading of a model, without an engine: no database, no bean of the application, no listener. */
public final class ModelParser {

    private final ProcessEngineConfigurationImpl bare = new StandaloneInMemProcessEngineConfiguration();

    public ModelParser() {
        bare.setBeans(Map.of());
        bare.setExpressionManager(new ModelExpressions(bare.getBeans()));
        bare.setScriptFactory(new NoScripts());
        ModelFunctions.register(bare.getExpressionManager());
        ModelFunctions.registerTheEngines(bare.getExpressionManager());
    }

    /** What the engine has against a model; empty if it would take it. */
    public List<Complaint> complaints(String file, byte[] bpmn) {
        Context.setProcessEngineConfiguration(bare);
        try {
            DeploymentEntity deployment = new DeploymentEntity();
            deployment.setId("check");
            new QuickParser(bare.getExpressionManager())
                    .createParse()
                    .sourceInputStream(new ByteArrayInputStream(bpmn))
                    .deployment(deployment)
                    .name(file)
                    .execute();
            return List.of();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(error -> new Complaint(error.getLine(), error.getMainElementId(), error.getMessage()))
                    .toList();
        } catch (ProcessEngineException refused) {
            return Stream.of(refused.getMessage())
                    .map(sentence -> new Complaint(0, null, sentence))
                    .toList();
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    /**
     * @param line 0 if the engine does not say
     * @param element null if the engine does not say
     */
    public record Complaint(int line, String element, String sentence) {}
}
