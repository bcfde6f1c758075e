package id.semai.fuzz;

import id.semai.journeys.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.query.Query;

/**
 * What only an administrator writes, aimed at nothing but ids that nobody has and things that were made for it: no body
 * holds a query, which would be all there is once somebody has taken its conditions away.
 */
final class AdminWrites {

    static final String USER = "fuzz.user";
    private static final String GROUP = "fuzz-group";
    private static final String TENANT = "fuzz-tenant";
    private static final String PROCESS = "fuzz-own";

    private static final String MODEL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="fuzz">
              <process id="fuzz-own" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                <userTask id="task"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>
            """;

    private static final List<Target> CALLS = Rest.calls(
            """
            POST /user/create {"profile":{"id":"fuzz.x","firstName":"x","lastName":"y","email":"x@example.org"},"credentials":{"password":"empat kuda hijau terbang"}}
            PUT /user/{madeUser}/profile {"id":"fuzz.user","firstName":"x","lastName":"y","email":"x@example.org"}
            PUT /user/{id}/profile {"id":"x","firstName":"x"}
            POST /user/{madeUser}/unlock
            DELETE /user/{id}
            GET /user/count?firstNameLike=x
            POST /group/create {"id":"fuzz-x","name":"x","type":"WORKFLOW"}
            PUT /group/{madeGroup} {"id":"fuzz-group","name":"x","type":"x"}
            PUT /group/{madeGroup}/members/{madeUser}
            PUT /group/{madeGroup}/members/{id}
            PUT /group/{id}/members/{madeUser}
            DELETE /group/{madeGroup}/members/{madeUser}
            DELETE /group/{id}
            POST /tenant/create {"id":"fuzz-x","name":"x"}
            PUT /tenant/{madeTenant} {"id":"fuzz-tenant","name":"x"}
            PUT /tenant/{madeTenant}/user-members/{madeUser}
            PUT /tenant/{madeTenant}/user-members/{id}
            PUT /tenant/{id}/group-members/{madeGroup}
            DELETE /tenant/{madeTenant}/group-members/{madeGroup}
            DELETE /tenant/{id}
            POST /authorization/create {"type":1,"permissions":["READ","CREATE"],"userId":"fuzz.user","groupId":null,"resourceType":6,"resourceId":"fuzz-own"}
            POST /authorization/create {"type":2,"permissions":["ALL"],"groupId":"fuzz-group","resourceType":9,"resourceId":"x"}
            PUT /authorization/{madeAuthorization} {"permissions":["READ"],"userId":"fuzz.user","groupId":null,"resourceType":6,"resourceId":"fuzz-own"}
            PUT /authorization/{id} {"permissions":["READ"],"userId":"fuzz.user","resourceType":6,"resourceId":"x"}
            DELETE /authorization/{id}
            GET /authorization/check?permissionName=READ&resourceName=x&resourceType=1&resourceId=x&userId=fuzz.user
            POST /filter/create {"resourceType":"Task","name":"fuzz","owner":"fuzz.user","query":{"taskAssignee":"x","processVariables":[{"name":"a","operator":"eq","value":"b"}],"orQueries":[{"name":"x"}]},"properties":{"color":"#fff","priority":1,"variables":[{"name":"a","label":"A"}]}}
            PUT /filter/{madeFilter} {"resourceType":"Task","name":"fuzz","owner":"fuzz.user","query":{"candidateGroup":"x","sorting":[{"sortBy":"name","sortOrder":"asc"}]},"properties":{}}
            POST /filter/{madeFilter}/list {"assignee":"x","createdAfter":"2026-11-28T10:00:00.000+0800"}
            DELETE /filter/{id}
            POST /process-definition/key/{madeProcess}/start {"variables":{"a":{"value":"x","type":"String"}},"businessKey":"x","skipCustomListeners":true,"startInstructions":[{"type":"startBeforeActivity","activityId":"task","variables":{"b":{"value":1,"type":"Long"}}}]}
            POST /process-definition/key/{madeProcess}/tenant-id/{madeTenant}/start {"variables":{}}
            POST /process-definition/{madeDefinition}/start {"variables":{"a":{"value":"{}","type":"Json"}}}
            POST /process-definition/{madeDefinition}/restart {"processInstanceIds":["x"],"instructions":[{"type":"startBeforeActivity","activityId":"task"}],"initialVariables":true}
            POST /process-definition/{madeDefinition}/restart-async {"processInstanceIds":["x"],"instructions":[{"type":"startAfterActivity","activityId":"task"}]}
            PUT /process-definition/{madeDefinition}/suspended {"suspended":true,"includeProcessInstances":true,"executionDate":"2036-11-28T10:00:00.000+0800"}
            PUT /process-definition/key/{madeProcess}/suspended {"suspended":false,"includeProcessInstances":false}
            PUT /process-definition/suspended {"processDefinitionKey":"fuzz-own","suspended":false,"includeProcessInstances":true}
            PUT /process-definition/{madeDefinition}/history-time-to-live {"historyTimeToLive":5}
            PUT /process-definition/key/{madeProcess}/history-time-to-live {"historyTimeToLive":5}
            GET /process-definition/{madeDefinition}/statistics?failedJobs=true&incidentsForType=x
            GET /process-definition/{madeDefinition}/static-called-process-definitions
            DELETE /process-definition/{id}?cascade=true
            POST /deployment/{madeDeployment}/redeploy {"resourceIds":["x"],"resourceNames":["fuzz-own.bpmn"],"source":"fuzz"}
            GET /deployment/{madeDeployment}/resources/{id}/data
            DELETE /deployment/{id}?cascade=true&skipCustomListeners=true
            POST /process-instance/{victim}/modification {"skipCustomListeners":true,"instructions":[{"type":"cancel","activityId":"x","activityInstanceId":"x"},{"type":"startTransition","transitionId":"x","variables":{"a":{"value":1,"type":"Integer","local":true}}}],"annotation":"x"}
            POST /process-instance/{victim}/modification-async {"instructions":[{"type":"startBeforeActivity","activityId":"x"}]}
            PUT /process-instance/{victim}/suspended {"suspended":false}
            PUT /process-instance/suspended {"processInstanceIds":["x"],"suspended":true}
            POST /process-instance/suspended-async {"processInstanceIds":["x"],"suspended":true}
            POST /process-instance/{victim}/variables {"modifications":{"a":{"value":"{\\"b\\":1}","type":"Json"},"c":{"value":"AA==","type":"Bytes"},"d":{"value":"<a/>","type":"Xml"}},"deletions":["x"]}
            PUT /process-instance/{victim}/variables/{id} {"value":"2026-11-28T10:00:00.000+0800","type":"Date","valueInfo":{"transient":true}}
            PUT /process-instance/{victim}/variables/x {"value":"x","type":"File","valueInfo":{"filename":"x","mimetype":"text/plain","encoding":"x"}}
            POST /process-instance/variables-async {"processInstanceIds":["x"],"variables":{"a":{"value":1,"type":"Short"}}}
            POST /process-instance/message-async {"processInstanceIds":["x"],"messageName":"x","variables":{}}
            POST /process-instance/delete {"processInstanceIds":["x"],"deleteReason":"x","skipCustomListeners":true,"skipSubprocesses":false,"failIfNotExists":true}
            POST /process-instance/delete-historic-query-based {"processInstanceIds":["x"],"deleteReason":"x"}
            POST /process-instance/job-retries {"processInstances":["x"],"retries":1,"dueDate":"2036-11-28T10:00:00.000+0800"}
            GET /process-instance/{victim}/activity-instances
            PUT /process-instance/{victim}/comment {"message":"x"}
            POST /migration/generate {"sourceProcessDefinitionId":"x","targetProcessDefinitionId":"x","updateEventTriggers":true,"variables":{"a":{"value":1,"type":"Integer"}}}
            POST /migration/validate {"sourceProcessDefinitionId":"x","targetProcessDefinitionId":"x","instructions":[{"sourceActivityIds":["task"],"targetActivityIds":["task"],"updateEventTrigger":false}],"variables":{}}
            POST /migration/execute {"migrationPlan":{"sourceProcessDefinitionId":"x","targetProcessDefinitionId":"x","instructions":[{"sourceActivityIds":["task"],"targetActivityIds":["task"]}]},"processInstanceIds":["x"],"skipIoMappings":true}
            POST /migration/executeAsync {"migrationPlan":{"sourceProcessDefinitionId":"x","targetProcessDefinitionId":"x","instructions":[]},"processInstanceIds":["x"]}
            POST /modification/execute {"processDefinitionId":"x","instructions":[{"type":"startAfterActivity","activityId":"task"}],"processInstanceIds":["x"],"skipCustomListeners":true}
            POST /modification/executeAsync {"processDefinitionId":"x","instructions":[{"type":"cancel","activityId":"task","cancelCurrentActiveActivityInstances":true}],"processInstanceIds":["x"]}
            POST /message {"messageName":"x","processInstanceId":"x","correlationKeys":{"a":{"value":1,"type":"Integer"}},"localCorrelationKeys":{},"processVariables":{"b":{"value":"x","type":"String"}},"all":true,"resultEnabled":true,"variablesInResultEnabled":true}
            POST /message {"messageName":"x","businessKey":"x","tenantId":"x","withoutTenantId":false}
            POST /signal {"name":"fuzz-x","executionId":"x","variables":{"a":{"value":"x","type":"Object","valueInfo":{"objectTypeName":"java.util.ArrayList","serializationDataFormat":"application/json"}}}}
            POST /condition {"variables":{"a":{"value":1,"type":"Integer"}},"processDefinitionId":"x","tenantId":"x"}
            POST /execution/{victim}/signal {"variables":{"a":{"value":true,"type":"Boolean"}}}
            POST /execution/{victim}/localVariables {"modifications":{"a":{"value":1.5,"type":"Double"}}}
            POST /execution/{victim}/create-incident {"incidentType":"x","configuration":"x","message":"x"}
            POST /execution/{victim}/messageSubscriptions/{id}/trigger {"variables":{}}
            GET /batch/statistics?sortBy=batchId&sortOrder=asc
            PUT /batch/{batch}/suspended {"suspended":true}
            DELETE /batch/{batch}?cascade=true
            POST /history/batch/set-removal-time {"historicBatchIds":["x"],"absoluteRemovalTime":"2036-11-28T10:00:00.000+0800","clearedRemovalTime":false}
            DELETE /history/batch/{id}
            POST /job/retries {"jobIds":["x"],"retries":1,"dueDate":"2036-11-28T10:00:00.000+0800"}
            PUT /job/{id}/retries {"retries":1,"dueDate":"x"}
            PUT /job/{id}/suspended {"suspended":true}
            PUT /job/suspended {"processDefinitionKey":"fuzz-own","suspended":true}
            PUT /job/{id}/duedate {"duedate":"2036-11-28T10:00:00.000+0800","cascade":true}
            POST /job/{id}/execute
            POST /job/{id}/duedate/recalculate
            DELETE /job/{id}
            PUT /job-definition/{id}/suspended {"suspended":true,"includeJobs":true}
            PUT /job-definition/{id}/jobPriority {"priority":5,"includeJobs":true}
            PUT /job-definition/{id}/retries {"retries":1}
            PUT /job-definition/suspended {"processDefinitionKey":"fuzz-own","suspended":true,"includeJobs":false}
            PUT /incident/{id}/annotation {"annotation":"x"}
            DELETE /incident/{id}/annotation
            DELETE /incident/{id}
            PUT /history/user-operation/{id}/set-annotation {"annotation":"x"}
            POST /history/process-instance/delete {"historicProcessInstanceIds":["x"],"deleteReason":"x","failIfNotExists":true}
            POST /history/process-instance/set-removal-time {"historicProcessInstanceIds":["x"],"absoluteRemovalTime":"2036-11-28T10:00:00.000+0800","hierarchical":true,"updateInChunks":true,"updateChunkSize":5}
            DELETE /history/process-instance/{id}?failIfNotExists=false
            DELETE /history/process-instance/{id}/variable-instances
            DELETE /history/variable-instance/{id}
            POST /history/decision-instance/delete {"historicDecisionInstanceIds":["x"],"deleteReason":"x"}
            POST /history/decision-instance/set-removal-time {"historicDecisionInstanceIds":["x"],"absoluteRemovalTime":"2036-11-28T10:00:00.000+0800"}
            DELETE /history/task/{id}
            GET /history/cleanup/configuration
            POST /decision-definition/key/{id}/evaluate {"variables":{"a":{"value":1,"type":"Integer"}}}
            PUT /decision-definition/{id}/history-time-to-live {"historyTimeToLive":5}
            POST /task/{victimTask}/assignee {"userId":"fuzz.user"}
            POST /task/{victimTask}/delegate {"userId":"fuzz.user"}
            POST /task/{victimTask}/complete {"variables":{"a":{"value":1,"type":"Integer"}}}
            POST /task/{victimTask}/bpmnError {"errorCode":"x","errorMessage":"x","variables":{}}
            POST /task/{victimTask}/identity-links {"userId":"fuzz.user","type":"candidate"}
            POST /task/{victimTask}/identity-links/delete {"groupId":"fuzz-group","type":"candidate"}
            POST /task/{victimTask}/comment/create {"message":"x"}
            PUT /task/{victimTask}/comment {"id":"x","message":"x"}
            DELETE /task/{victimTask}/comment/{id}
            PUT /task/{victimTask} {"name":"x","description":"x","priority":1,"assignee":"x","owner":"x","delegationState":"PENDING","due":"2036-11-28T10:00:00.000+0800","followUp":"x","parentTaskId":"x","caseInstanceId":"x","tenantId":"x"}
            PUT /task/{victimTask}/variables/{id} {"value":"x","type":"String"}
            POST /task/create {"id":"fuzz-x","name":"x","assignee":"fuzz.user","tenantId":"fuzz-tenant"}
            DELETE /task/{id}
            POST /external-task {"workerId":"x","sorting":[{"sortBy":"id","sortOrder":"asc"}]}
            POST /variable-instance {"variableName":"x","sorting":[{"sortBy":"variableName","sortOrder":"asc"}]}
            GET /schema/log
            POST /telemetry/configuration {"enableTelemetry":false}
            GET /case-execution
            POST /case-execution/{id}/manual-start {"variables":{}}
            PUT /case-execution/{id}/variables/{id} {"value":"x","type":"String"}
            POST /camunda/api/cockpit/plugin/base/default/process-definition/{madeDefinition}/called-process-definitions {"activityIdIn":["x"]}
            POST /camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=5 {"processDefinitionId":"x","variables":[{"name":"a","operator":"eq","value":1}],"sortBy":"startTime","sortOrder":"desc"}
            POST /camunda/api/cockpit/plugin/base/default/incident {"processDefinitionIdIn":["x"],"sortBy":"x"}
            GET /camunda/api/cockpit/plugin/base/default/process-instance/{victim}/called-process-instances
            GET /camunda/api/cockpit/plugin/base/default/{id}
            """);

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final RepositoryService repository;
    private final ManagementService management;
    private final List<String> authorizationsBefore;
    private final List<String> usersBefore;
    private final List<String> groupsBefore;
    private final List<String> tenantsBefore;
    private final List<String> batchesBefore;

    AdminWrites(ProcessEngine engine) {
        identities = engine.getIdentityService();
        authorizations = engine.getAuthorizationService();
        filters = engine.getFilterService();
        repository = engine.getRepositoryService();
        management = engine.getManagementService();
        authorizationsBefore = all(authorizations.createAuthorizationQuery(), Authorization::getId);
        usersBefore = all(identities.createUserQuery(), User::getId);
        groupsBefore = all(identities.createGroupQuery(), Group::getId);
        tenantsBefore = all(identities.createTenantQuery(), Tenant::getId);
        batchesBefore = all(management.createBatchQuery(), Batch::getId);
    }

    static List<Target> calls() {
        return CALLS;
    }

    /** @param made is told the name of what was made and its id */
    void make(Office office, BiConsumer<String, String> made) {
        User user = identities.newUser(USER);
        user.setPassword(office.password());
        Office.save(identities, user);
        identities.createMembership(USER, "innovator");
        identities.createTenantUserMembership("dikbud", USER);
        made.accept("madeUser", USER);
        identities.saveGroup(identities.newGroup(GROUP));
        made.accept("madeGroup", GROUP);
        identities.saveTenant(identities.newTenant(TENANT));
        made.accept("madeTenant", TENANT);
        made.accept("madeFilter", filters.saveFilter(filter()).getId());
        made.accept(
                "madeAuthorization", authorizations.saveAuthorization(grant()).getId());
        String deployment = repository
                .createDeployment()
                .name("fuzz")
                .addString(PROCESS + ".bpmn", MODEL)
                .deploy()
                .getId();
        made.accept("madeDeployment", deployment);
        made.accept("madeProcess", PROCESS);
        made.accept(
                "madeDefinition",
                repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .singleResult()
                        .getId());
    }

    /** What was made, by the test or by a request of its; deployments, filters and tasks are none of this. */
    void tidy() {
        all(management.createBatchQuery(), Batch::getId).stream()
                .filter(id -> !batchesBefore.contains(id))
                .forEach(id -> management.deleteBatch(id, true));
        all(identities.createUserQuery(), User::getId).stream()
                .filter(id -> !usersBefore.contains(id))
                .forEach(identities::deleteUser);
        all(identities.createGroupQuery(), Group::getId).stream()
                .filter(id -> !groupsBefore.contains(id))
                .forEach(identities::deleteGroup);
        all(identities.createTenantQuery(), Tenant::getId).stream()
                .filter(id -> !tenantsBefore.contains(id))
                .forEach(identities::deleteTenant);
        all(authorizations.createAuthorizationQuery(), Authorization::getId).stream()
                .filter(id -> !authorizationsBefore.contains(id))
                .forEach(authorizations::deleteAuthorization);
    }

    /** Whether all that there was before is there still. */
    List<String> missing() {
        List<String> missing = new ArrayList<>(usersBefore);
        missing.addAll(groupsBefore);
        missing.addAll(tenantsBefore);
        missing.addAll(authorizationsBefore);
        missing.removeAll(all(identities.createUserQuery(), User::getId));
        missing.removeAll(all(identities.createGroupQuery(), Group::getId));
        missing.removeAll(all(identities.createTenantQuery(), Tenant::getId));
        missing.removeAll(all(authorizations.createAuthorizationQuery(), Authorization::getId));
        return missing;
    }

    private Filter filter() {
        return filters.newTaskFilter("fuzz").setOwner(USER);
    }

    private Authorization grant() {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(USER);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(PROCESS);
        grant.addPermission(Permissions.READ);
        return grant;
    }

    private static <T> List<String> all(Query<?, T> query, Function<T, String> id) {
        return query.list().stream().map(id).toList();
    }
}
