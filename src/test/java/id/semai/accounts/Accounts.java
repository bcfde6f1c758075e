package id.semai.accounts;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** Accounts of a test alone, at addresses that nobody else has. */
final class Accounts {

    static final String PASSWORD = "empat kuda hijau terbang";

    private static final AtomicInteger count = new AtomicInteger();

    private Accounts() {}

    /** Of an innovator, who has chosen the password. */
    static String make(IdentityService identities) {
        String account = "akun.uji." + count.incrementAndGet();
        User user = identities.newUser(account);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        identities.createMembership(account, "innovator");
        identities.createTenantUserMembership("dikbud", account);
        return account;
    }

    static String address() {
        int number = count.incrementAndGet();
        return "203.0." + number / 250 + "." + (number % 250 + 1);
    }
}
