package id.semai.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantGroupMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTenantCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Accounts, groups, units and grants are never written for a request of somebody who has not logged in. The web
 * applications' set-up would make an administrator for anybody while there is none (CVE-2026-77226). The application
 * itself, which writes the organisation when it starts, serves no request then.
 */
@Component
class IdentityGuard extends CommandInterceptor {

    private static final Set<Class<?>> WRITES = Set.of(
            SaveUserCmd.class,
            SaveGroupCmd.class,
            SaveTenantCmd.class,
            SaveAuthorizationCmd.class,
            CreateMembershipCmd.class,
            CreateTenantUserMembershipCmd.class,
            CreateTenantGroupMembershipCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        return next.execute(WRITES.contains(command.getClass()) ? new Guarded<>(command) : command);
    }

    private record Guarded<T>(Command<T> command) implements Command<T> {

        @Override
        public T execute(CommandContext context) {
            if (context.getAuthentication() == null && RequestContextHolder.getRequestAttributes() != null) {
                throw new AuthorizationException("Akun dan hak hanya dapat diubah setelah masuk.");
            }
            return command.execute(context);
        }
    }
}
