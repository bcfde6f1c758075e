package id.semai.check;

import id.semai.engine.Refusal;
import id.semai.rulebook.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/**
 * Checks what a person deploys, by REST or by a web application, in the transaction of the deployment and before
 * anything of it is parsed. Processes and decisions may refer to what is deployed already; forms that are bound to their
 * deployment must come along.
 */
@Component
class DeploymentCheck implements Deployer {

    private static final int BAD_REQUEST = 400;

    private final ModelCheck check;

    DeploymentCheck(ModelCheck check) {
        this.check = check;
    }

    /** Also called when a definition is read again later, which is no deployment. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        CommandContext context = Context.getCommandContext();
        if (deployment.isNew() && context.getAuthenticatedUserId() != null) {
            refuse(check.deployment(files(deployment), deployed(context)));
        }
    }

    private static Map<String, byte[]> files(DeploymentEntity deployment) {
        Map<String, byte[]> files = new HashMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        return files;
    }

    /** The newest version of each process and decision, under the name that it should have. */
    private static Map<String, byte[]> deployed(CommandContext context) {
        Map<String, byte[]> files = new HashMap<>();
        context.getProcessEngineConfiguration()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(process -> put(process, ".bpmn", files, context));
        context.getProcessEngineConfiguration()
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(decision -> put(decision, ".dmn", files, context));
        return files;
    }

    private static void put(
            ResourceDefinition definition, String ending, Map<String, byte[]> files, CommandContext context) {
        ResourceEntity resource = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        if (resource != null) {
            files.put(definition.getKey() + ending, resource.getBytes());
        }
    }

    private static void refuse(List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new Refusal(BAD_REQUEST, Finding.text(errors));
        }
    }
}
