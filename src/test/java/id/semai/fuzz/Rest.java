package id.semai.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What people's pages ask of the engine's REST, and what an attacker tries there; relative to a root. */
final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CALLS =
            """
            GET /task
            POST /task {"processInstanceBusinessKey":"x","sorting":[{"sortBy":"dueDate","sortOrder":"asc"}],"orQueries":[{"assignee":"x"}],"taskVariables":[{"name":"a","operator":"eq","value":1}]}
            POST /task/count {"candidateGroup":"innovator","tenantIdIn":["x"],"priority":1}
            GET /task/count
            GET /task/{task}
            GET /task/{task}/form
            GET /task/{task}/rendered-form
            GET /task/{task}/deployed-form
            GET /task/{task}/form-variables
            GET /task/{task}/variables
            GET /task/{task}/localVariables/{id}
            GET /task/{task}/variables/{id}/data
            GET /task/{task}/comment
            GET /task/{task}/identity-links
            GET /task/{task}/attachment/{id}/data
            POST /task/{task}/submit-form {"variables":{"title":{"value":"x","type":"String"},"rows":{"value":"[]","type":"Json"}},"withVariablesInReturn":true}
            POST /task/{task}/complete {"variables":{"decision":{"value":"x","type":"String","valueInfo":{"objectTypeName":"x","serializationDataFormat":"application/json"}}}}
            POST /task/{task}/claim {"userId":"inovator.pkm-unter-iwes"}
            POST /task/{task}/unclaim {}
            POST /task/{task}/resolve {"variables":{}}
            POST /task/{task}/delegate {"userId":"x"}
            POST /task/{task}/assignee {"userId":"x"}
            POST /task/{task}/bpmnError {"errorCode":"x","variables":{}}
            POST /task/{task}/bpmnEscalation {"escalationCode":"x"}
            POST /task/{task}/variables {"modifications":{"a":{"value":1,"type":"Integer"}},"deletions":["b"]}
            PUT /task/{task}/variables/{id} {"value":"x","type":"String"}
            PUT /task/{task}/localVariables/{id} {"value":"2026-11-28","type":"Date"}
            DELETE /task/{task}/variables/{id}
            POST /task/{task}/comment/create {"message":"x"}
            POST /task/{task}/identity-links {"userId":"x","type":"candidate"}
            PUT /task/{task} {"name":"x","priority":1,"due":"2026-11-28T10:00:00.000+0800"}
            POST /task/create {"id":"x","name":"x","assignee":"x","tenantId":"x"}
            GET /filter
            POST /filter/create {"resourceType":"Task","name":"x","owner":"x","query":{"taskAssignee":"x","orQueries":[{"name":"x"}]},"properties":{"color":"#fff","priority":1}}
            GET /filter/{id}
            PUT /filter/{id} {"resourceType":"Task","name":"x","query":{},"properties":{}}
            POST /filter/{filter}/list {"assignee":"x","sorting":[{"sortBy":"name","sortOrder":"asc"}]}
            POST /filter/{filter}/count {"nameLike":"x"}
            GET /filter/{filter}/list
            GET /filter/{filter}/singleResult
            OPTIONS /filter/{id}
            GET /process-definition
            GET /process-definition/{id}
            GET /process-definition/key/{process}/startForm
            GET /process-definition/key/{process}/deployed-start-form
            GET /process-definition/key/{process}/form-variables
            GET /process-definition/key/{process}/xml
            POST /process-definition/key/{process}/start {"variables":{"title":{"value":"x","type":"String"}},"businessKey":"x","startInstructions":[{"type":"startBeforeActivity","activityId":"x"}]}
            POST /process-definition/key/{process}/submit-form {"variables":{"title":{"value":1,"type":"String"},"problem":{"value":"x","type":"String"}}}
            POST /process-definition/{id}/submit-form {"variables":{}}
            POST /process-definition/key/{process}/restart {"processInstanceIds":["x"],"instructions":[]}
            PUT /process-definition/key/{process}/suspended {"suspended":true,"executionDate":"2026-11-28T10:00:00.000+0800"}
            GET /process-instance
            POST /process-instance {"businessKey":"x","variables":[{"name":"a","operator":"eq","value":"b"}],"sorting":[{"sortBy":"instanceId","sortOrder":"asc"}]}
            GET /process-instance/{id}/variables
            GET /process-instance/{instance}/activity-instances
            PUT /process-instance/{id}/variables/{id} {"value":{},"type":"Object"}
            POST /process-instance/{id}/modification {"instructions":[{"type":"cancel","activityId":"x"}]}
            POST /process-instance/delete {"processInstanceIds":["x"],"deleteReason":"x"}
            POST /message {"messageName":"x","businessKey":"x","correlationKeys":{"a":{"value":1}},"processVariables":{}}
            POST /signal {"name":"x","variables":{"a":{"value":1}},"withoutTenantId":true}
            POST /condition {"variables":{"a":{"value":1}},"businessKey":"x"}
            GET /execution
            POST /execution/{id}/signal {"variables":{}}
            POST /execution/{id}/messageSubscriptions/{id}/trigger {"variables":{}}
            POST /variable-instance {"variableName":"x","variableValues":[{"name":"a","operator":"gt","value":1}]}
            GET /variable-instance/{id}
            GET /variable-instance/{id}/data
            GET /history/task
            POST /history/task {"taskAssignee":"x","orQueries":[{"taskName":"x"}]}
            POST /history/process-instance {"finished":true,"startedAfter":"2026-11-28T10:00:00.000+0800"}
            POST /history/variable-instance {"variableNameLike":"x"}
            POST /history/activity-instance {"activityType":"x"}
            GET /history/detail
            GET /history/user-operation
            GET /history/process-definition/{id}/statistics
            POST /decision-definition/key/{id}/evaluate {"variables":{"a":{"value":true,"type":"Boolean"}}}
            GET /decision-definition
            POST /external-task/fetchAndLock {"workerId":"x","maxTasks":1,"topics":[{"topicName":"x","lockDuration":1}]}
            POST /external-task/{id}/failure {"workerId":"x","errorMessage":"x","retries":0}
            POST /migration/generate {"sourceProcessDefinitionId":"x","targetProcessDefinitionId":"x"}
            POST /migration/execute {"migrationPlan":{"instructions":[{"sourceActivityIds":["x"]}]},"processInstanceIds":["x"]}
            POST /modification/execute {"processDefinitionId":"x","instructions":[]}
            GET /job
            PUT /job/{id}/duedate {"duedate":"2026-11-28T10:00:00.000+0800","cascade":true}
            PUT /job/{id}/retries {"retries":1}
            GET /incident
            GET /batch
            GET /event-subscription
            GET /deployment
            GET /deployment/{id}/resources/{id}/data
            GET /user
            GET /user/{id}/profile
            POST /user/create {"profile":{"id":"x","firstName":"x"},"credentials":{"password":"x"}}
            GET /group
            POST /group/create {"id":"x","name":"x","type":"x"}
            PUT /group/{id}/members/{id}
            GET /tenant
            GET /authorization
            GET /authorization/check
            POST /authorization/create {"type":1,"permissions":["ALL"],"userId":"x","resourceType":7,"resourceId":"*"}
            GET /identity/groups
            POST /identity/verify {"username":"x"}
            POST /identity/password-policy {"password":"x"}
            GET /metrics
            GET /engine
            GET /version
            GET /telemetry/data
            POST /schema/log {"timestamp":"x"}
            GET /case-definition
            POST /case-definition/key/{id}/create {"variables":{}}
            GET /{id}
            POST /{id}/{id} {"a":"b"}
            """;

    private Rest() {}

    static List<Target> calls() {
        return calls(CALLS);
    }

    /** @param lines each with a method, a path and perhaps a body */
    static List<Target> calls(String lines) {
        return lines.lines().map(Rest::call).toList();
    }

    private static Target call(String line) {
        String[] parts = line.split(" ", 3);
        JsonNode body = parts.length > 2 ? read(parts[2]) : null;
        return new Target(parts[0], parts[1], body == null ? null : "application/json", body);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
