package id.semai.accounts;

import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.stereotype.Component;

/** Says in a sentence why a password is not taken; the engine, which asks the same rules, would only fail. */
@Component
class PasswordGate extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof SaveUserCmd) {
            fault(PropertyAccessorFactory.forDirectFieldAccess(command)).ifPresent(sentence -> {
                throw new BadUserRequestException(sentence);
            });
        }
        return next.execute(command);
    }

    private static Optional<String> fault(PropertyAccessor command) {
        User user = (User) command.getPropertyValue("user");
        if (user == null || Boolean.TRUE.equals(command.getPropertyValue("skipPasswordPolicy"))) {
            return Optional.empty();
        }
        Object password = PropertyAccessorFactory.forDirectFieldAccess(user).getPropertyValue("newPassword");
        return password == null ? Optional.empty() : Passwords.fault(password.toString(), user.getId());
    }
}
