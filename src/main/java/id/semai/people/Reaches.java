package id.semai.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;

/** Who may see what by the file of people alone, {@code semai.people.file}; with neither database nor engine. */
public final class Reaches {

    private final Organisation organisation;
    private final byte[] demoPassword;

    private Reaches(Organisation organisation, String demoPassword) {
        this.organisation = organisation;
        this.demoPassword = bytes(demoPassword);
    }

    public static Reaches of(Environment settings) {
        PeopleSettings people = Binder.get(settings).bindOrCreate("semai", PeopleSettings.class);
        return new Reaches(
                PeopleConfiguration.read(people, new DefaultResourceLoader()),
                people.demo().password());
    }

    public Reach reach(Vouched person) {
        return Reach.of(person, organisation);
    }

    /** The demo's account of this name, if this is the password that all of them have. */
    public Optional<Vouched> demoAccount(String name, String password) {
        if (!MessageDigest.isEqual(demoPassword, bytes(password))) {
            return Optional.empty();
        }
        return organisation.demoAccounts().stream()
                .filter(account -> account.id().equals(name))
                .findFirst()
                .map(DemoAccount::vouched);
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
