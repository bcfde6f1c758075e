package id.semai.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * The order to stop an innovation, by leadership or coordinator of its government: the one message that people may
 * send. All others are the engine's own business, and are refused when a person sends them.
 */
@Component
class StopOrders {

    static final String MESSAGE = "stop-innovation";

    private static final Set<String> ROLES = Set.of("leadership", "coordinator");

    boolean isOrder(MessageCorrelationBuilderImpl correlation) {
        return MESSAGE.equals(correlation.getMessageName());
    }

    void check(CommandContext context, MessageCorrelationBuilderImpl correlation) {
        Authentication person = context.getAuthentication();
        if (!isOrder(correlation) || ROLES.stream().noneMatch(groups(person)::contains)) {
            throw new Refusal(403, "Pesan ini tidak boleh dikirim oleh peran Anda.");
        }
        if (hasVariables(correlation) || correlation.getBusinessKey() == null) {
            throw new Refusal(
                    400, "Perintah penghentian hanya menyebut nomor inovasi (businessKey), tanpa isian lain.");
        }
        List<ProcessInstance> open = context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(correlation.getBusinessKey())
                .rootProcessInstances()
                .list());
        if (open.isEmpty()) {
            throw new Refusal(404, "Inovasi ini tidak ada, atau perjalanannya sudah berakhir.");
        }
    }

    private static List<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    private static boolean hasVariables(MessageCorrelationBuilderImpl correlation) {
        return correlation.getPayloadProcessInstanceVariables() != null
                        && !correlation.getPayloadProcessInstanceVariables().isEmpty()
                || correlation.getPayloadProcessInstanceVariablesLocal() != null
                        && !correlation
                                .getPayloadProcessInstanceVariablesLocal()
                                .isEmpty();
    }
}
