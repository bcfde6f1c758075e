package id.semai.people;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Camunda's login for its REST, without the exception that Camunda makes for the list of engines. */
class RestLogin extends ProcessEngineAuthenticationFilter {

    @Override
    protected boolean requiresEngineAuthentication(String requestUrl) {
        return true;
    }
}
