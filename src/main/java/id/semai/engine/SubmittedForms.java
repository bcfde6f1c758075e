package id.semai.engine;

import id.semai.forms.Form;
import id.semai.forms.Forms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** Holds what a person submits against the form of the task or process: exactly its fields, and valid. */
@Component
class SubmittedForms {

    private final Forms forms;
    private final Deadlines deadlines;
    private final UnitZones zones;

    SubmittedForms(Forms forms, Deadlines deadlines, UnitZones zones) {
        this.forms = forms;
        this.deadlines = deadlines;
        this.zones = zones;
    }

    /** @return what to store, for exactly the form's fields */
    Map<String, Object> acceptTask(CommandContext context, String taskId, Map<String, Object> submitted) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        FormData data = context.runWithoutAuthorization(new GetTaskFormCmd(taskId));
        Form form = form(context, data, new GetDeployedTaskFormCmd(taskId), task.getName());
        return accept(form, submitted, known(form, task), task.getTenantId());
    }

    /** What the form's rules ask of the case; other variables are not even read. */
    private static Map<String, Object> known(Form form, TaskEntity task) {
        Map<String, Object> known = new LinkedHashMap<>();
        form.reads().forEach(name -> known.put(name, PlainValues.fromEngine(task.getVariable(name))));
        return known;
    }

    /**
     * @param definitionId null if {@code definitionKey} is given
     * @param businessKey refused if given: nobody chooses the key of a case
     */
    Map<String, Object> acceptStart(
            CommandContext context,
            String definitionId,
            String definitionKey,
            String businessKey,
            Map<String, Object> submitted) {
        ProcessDefinitionEntity definition = definition(context, definitionId, definitionKey);
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(definition);
        }
        if (!definition.isStartableInTasklist()) {
            throw new Refusal(403, "Proses «%s» hanya dijalankan oleh proses lain.".formatted(definition.getName()));
        }
        if (businessKey != null && !businessKey.isBlank()) {
            throw new Refusal(400, "businessKey", "Nomor perkara diberikan oleh Semai; kosongkan isian ini.");
        }
        FormData data = context.runWithoutAuthorization(new GetStartFormCmd(definition.getId()));
        Form form = form(context, data, new GetDeployedStartFormCmd(definition.getId()), definition.getName());
        return accept(form, submitted, Map.of(), null);
    }

    /** @param id null if {@code key} is given */
    String processKey(CommandContext context, String id, String key) {
        return definition(context, id, key).getKey();
    }

    private static ProcessDefinitionEntity definition(CommandContext context, String id, String key) {
        ProcessDefinitionEntity definition = id != null
                ? context.getProcessDefinitionManager().findLatestProcessDefinitionById(id)
                : context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
        if (definition == null) {
            throw new Refusal(404, "Proses «%s» tidak ada.".formatted(id != null ? id : key));
        }
        return definition;
    }

    private Map<String, Object> accept(
            Form form, Map<String, Object> submitted, Map<String, Object> known, String unit) {
        LocalDate today = deadlines.today(zones.of(unit));
        return PlainValues.variables(
                forms.accept(form, plain(submitted), known, today).values());
    }

    private static Map<String, Object> plain(Map<String, Object> submitted) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : submitted.keySet()) {
            try {
                plain.put(name, PlainValues.fromEngine(value(submitted, name)));
            } catch (IllegalArgumentException e) {
                throw new Refusal(400, name, "Isian «%s» tidak dapat dibaca.".formatted(name));
            }
        }
        return plain;
    }

    /** The typed value where there is one: reading the plain one would deserialise it. */
    private static Object value(Map<String, Object> submitted, String name) {
        return submitted instanceof VariableMap typed ? typed.getValueTyped(name) : submitted.get(name);
    }

    private Form form(CommandContext context, FormData data, Command<InputStream> deployed, String of) {
        CamundaFormRef ref = data == null ? null : data.getCamundaFormRef();
        if (ref != null && ref.getKey() != null) {
            return forms.parse(text(context.runWithoutAuthorization(deployed)));
        }
        return Optional.ofNullable(data)
                .map(FormData::getFormKey)
                .flatMap(forms::embedded)
                .orElseThrow(() -> new Refusal(409, "«%s» tidak memiliki formulir.".formatted(of)));
    }

    private static String text(InputStream resource) {
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read a deployed form", e);
        }
    }
}
