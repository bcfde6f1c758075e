package id.semai.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param people {@code semai.people.file}: where units, roles and demo accounts are declared
 * @param demo {@code semai.demo.password}: of all demo accounts
 * @param admin {@code semai.admin.user} and {@code semai.admin.password}: the first administrator, made only while there is none
 * @param embedded {@code semai.embedded.enabled}: demo accounts exist only where the database is the demo's own
 */
@ConfigurationProperties("semai")
record PeopleSettings(
        @DefaultValue People people,
        @DefaultValue Demo demo,
        @DefaultValue Admin admin,
        @DefaultValue Embedded embedded) {

    record People(@DefaultValue("classpath:people.yaml") String file) {}

    record Demo(@DefaultValue("Semai-2016!") String password) {

        Demo {
            if (password.isBlank()) {
                throw new IllegalArgumentException("semai.demo.password is blank");
            }
        }

        @Override
        public String toString() {
            return "Demo[password hidden]";
        }
    }

    record Admin(String user, String password) {

        boolean isGiven() {
            return user != null && !user.isBlank() && password != null && !password.isBlank();
        }

        @Override
        public String toString() {
            return "Admin[user=" + user + ", password hidden]";
        }
    }

    record Embedded(@DefaultValue("true") boolean enabled) {}
}
