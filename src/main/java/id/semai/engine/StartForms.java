package id.semai.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;

/** The processes that people start by a form, as far as whoever asks may start them. */
@Service
public class StartForms {

    private final RepositoryService repository;

    StartForms(RepositoryService repository) {
        this.repository = repository;
    }

    /** Whether the authenticated person may start the newest version of this process. */
    public boolean mayStart(String process) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .active()
                        .startableInTasklist()
                        .startablePermissionCheck()
                        .count()
                > 0;
    }
}
