package id.semai.engine;

import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** No CMMN models: nothing here runs them, and {@link GuardedParse} does not look through them. */
class NoCases implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().keySet().stream()
                .filter(NoCases::isCase)
                .findFirst()
                .ifPresent(name -> {
                    throw new NotValidException(
                            "Berkas «%s» tidak diterima: Semai tidak menjalankan model CMMN.".formatted(name));
                });
    }

    private static boolean isCase(String resource) {
        String name = resource.toLowerCase(Locale.ROOT);
        return Stream.of(CmmnDeployer.CMMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith);
    }
}
