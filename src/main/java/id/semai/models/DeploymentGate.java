package id.semai.models;

import id.semai.models.Edits.Edited;
import id.semai.rulebook.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What somebody deploys through the engine, as Camunda Modeler does, becomes a release like any other: it is checked with
 * the folder's other files, takes along what belongs to it, and is written into the folder.
 */
@Component
class DeploymentGate extends CommandInterceptor {

    private final ObjectProvider<Edits> edits;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<AuthorizationService> authorizations;

    DeploymentGate(
            ObjectProvider<Edits> edits,
            ObjectProvider<RepositoryService> repository,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<AuthorizationService> authorizations) {
        this.edits = edits;
        this.repository = repository;
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd deploy && Context.getCommandContext() == null && !Releases.isDeploying()) {
            Authentication person = identity.getObject().getCurrentAuthentication();
            if (person != null && person.getUserId() != null && mayDeploy(person)) {
                return (T) release(builder(deploy), person.getUserId());
            }
        }
        return next.execute(command);
    }

    /** Whoever may not is refused by the engine itself. */
    private boolean mayDeploy(Authentication person) {
        return authorizations
                .getObject()
                .isUserAuthorized(person.getUserId(), person.getGroupIds(), Permissions.CREATE, Resources.DEPLOYMENT);
    }

    private static DeploymentBuilderImpl builder(DeployCmd command) {
        return (DeploymentBuilderImpl)
                PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue("deploymentBuilder");
    }

    private DeploymentWithDefinitions release(DeploymentBuilderImpl builder, String person) {
        Map<String, byte[]> files = files(builder);
        try {
            return answer(edits.getObject().put(files, Origin.DEPLOYMENT, person), files.keySet());
        } catch (EngineRefusal refused) {
            throw (RuntimeException) refused.getCause();
        } catch (RefusedModels refused) {
            throw new NotValidException(sentences(refused));
        }
    }

    /** Modeler shows one text. */
    private static String sentences(RefusedModels refused) {
        return refused.findings().isEmpty() ? refused.getMessage() : Finding.text(refused.findings());
    }

    private static Map<String, byte[]> files(DeploymentBuilderImpl builder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (builder.getDeployment().getResources() != null) {
            builder.getDeployment()
                    .getResources()
                    .forEach((name, resource) -> files.put(Bundle.simpleName(name), resource.getBytes()));
        }
        boolean isOfOthers = !builder.getDeployments().isEmpty()
                || !builder.getDeploymentResourcesById().isEmpty()
                || !builder.getDeploymentResourcesByName().isEmpty();
        if (isOfOthers || files.isEmpty()) {
            throw new NotValidException(
                    "Sebuah deployment tidak dirilis ulang: gunakan kembalikan pada daftar rilis model.");
        }
        if (builder.getDeployment().getTenantId() != null || builder.getProcessDefinitionsActivationDate() != null) {
            throw new NotValidException(
                    "Model berlaku bagi semua perangkat daerah dan segera: kosongkan tenant dan waktu pengaktifan.");
        }
        return files;
    }

    /** The engine's interfaces answer with one deployment: that of what was given, or what it has been since before. */
    private DeploymentWithDefinitions answer(Edited edited, Set<String> given) {
        return edited.released().entrySet().stream()
                .sorted((one, other) -> Boolean.compare(isOf(other.getKey(), given), isOf(one.getKey(), given)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> unchanged(edited));
    }

    private static boolean isOf(Bundle bundle, Set<String> given) {
        return given.contains(Bundle.simpleName(bundle.file()));
    }

    private DeploymentWithDefinitions unchanged(Edited edited) {
        List<String> deployments = edited.concerned().stream()
                .flatMap(bundle -> edits.getObject().current(bundle).stream())
                .map(Release::deployment)
                .toList();
        if (deployments.isEmpty()) {
            throw new NotValidException(
                    "Tidak ada proses yang memakai berkas ini; berkasnya sudah disimpan di folder model.");
        }
        return (DeploymentWithDefinitions) repository
                .getObject()
                .createDeploymentQuery()
                .deploymentId(deployments.get(0))
                .singleResult();
    }
}
