package id.semai.people;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;

/** What a provider's words mean by the file of people alone, {@code semai.people.file}; with neither database nor engine. */
public final class Reaches {

    private final Organisation organisation;

    private Reaches(Organisation organisation) {
        this.organisation = organisation;
    }

    public static Reaches of(Environment settings) {
        PeopleSettings people = Binder.get(settings).bindOrCreate("semai", PeopleSettings.class);
        return new Reaches(PeopleConfiguration.read(people, new DefaultResourceLoader()));
    }

    public Reach reach(Vouched person) {
        return Reach.of(person, organisation);
    }
}
