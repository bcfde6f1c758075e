package id.semai.people;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;

/** The roles that the file of people declares, by the ids that models name them with. */
public record RoleIds(Set<String> ids) {

    public RoleIds {
        ids = Set.copyOf(ids);
    }

    static RoleIds of(Organisation organisation) {
        return new RoleIds(organisation.roles().stream().map(Role::id).collect(Collectors.toSet()));
    }

    /** Of the file that these settings name, {@code semai.people.file}; with neither database nor engine. */
    public static RoleIds of(Environment settings) {
        PeopleSettings people = Binder.get(settings).bindOrCreate("semai", PeopleSettings.class);
        return of(PeopleConfiguration.read(people, new DefaultResourceLoader()));
    }
}
