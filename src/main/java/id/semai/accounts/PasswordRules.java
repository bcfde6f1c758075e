package id.semai.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/** {@link Passwords} as the engine and Camunda Admin know them; the names are those of Admin's labels. */
class PasswordRules implements PasswordPolicy {

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                new Rule(
                        "PASSWORD_POLICY_LENGTH",
                        Map.of("minLength", Integer.toString(Passwords.SHORTEST)),
                        (password, account) -> !Passwords.isShort(password)),
                new Rule(
                        "PASSWORD_POLICY_USER_DATA",
                        Map.of(),
                        (password, account) -> !Passwords.tellsOf(account, password) && !Passwords.isUsual(password)));
    }

    private record Rule(String placeholder, Map<String, String> parameters, BiPredicate<String, String> holds)
            implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }

        @Override
        public boolean execute(String password) {
            return holds.test(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            return holds.test(password, user == null ? null : user.getId());
        }
    }
}
