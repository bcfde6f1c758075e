package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.stage.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** How far somebody sees without accounts, held against the posts that accounts are given. */
class ReachTest {

    private static final List<String> ROLES =
            List.of("coordinator", "leadership", "facilitator", "unit-head", "innovator", "raja", "administrator");
    private static final List<String> PLACES = List.of("dikbud", "kec-alas", "sumbawa", "di-mana");

    private final Organisation organisation = OrganisationFile.read(new ClassPathResource("people.yaml"));
    private final Map<String, String> known = organisation.units().stream()
            .collect(Collectors.toMap(Unit::code, unit -> unit.government().areaCode()));

    @Test
    void everyRoleAtEveryPlaceReachesAsFarAsItsPost() {
        for (Set<String> roles : subsets(ROLES)) {
            for (Set<String> places : subsets(PLACES)) {
                Vouched person = new Vouched("tautan", "pegawai", roles, places, false);
                assertThat(Reach.of(person, organisation).among(known))
                        .as(person.toString())
                        .isEqualTo(unitsOf(Post.of(person, organisation)));
            }
        }
    }

    @Test
    void eachAccountOfTheDemoReachesAsFarAsWhereItIsMade() {
        assertThat(organisation.demoAccounts()).isNotEmpty().allSatisfy(account -> {
            Reach reach = Reach.of(account.vouched(), organisation);
            assertThat(reach.everything()).isEqualTo(account.role().scope() == Role.Scope.SYSTEM);
            assertThat(reach.among(known))
                    .isEqualTo(
                            switch (account.role().scope()) {
                                case SYSTEM -> Set.of();
                                case UNIT -> Set.of(account.unit());
                                case GOVERNMENT -> known.keySet();
                            });
        });
    }

    @Test
    void administratorsAloneSeeEverything() {
        assertThat(reach(Set.of(), Set.of(), true).everything()).isTrue();
        assertThat(reach(Set.of("administrator", "coordinator"), Set.of("sumbawa"), false)
                        .everything())
                .isFalse();
    }

    @Test
    void aRoleThatDoesNotLookAtJourneysSeesNone() {
        Organisation other = new Organisation(
                organisation.governments(),
                List.of(new Role(
                        "bendahara",
                        "Bendahara",
                        Role.Scope.GOVERNMENT,
                        List.of("workshop"),
                        List.of(),
                        List.of(),
                        false)),
                List.of());
        Vouched person = new Vouched("tautan", "pegawai", Set.of("bendahara"), Set.of("sumbawa"), false);
        assertThat(Reach.of(person, other).among(known)).isEmpty();
    }

    @Test
    void unitsOfWhichOnlyTheTopicKnowsAreSeen() {
        Map<String, String> told = Map.of("dinas-baru", "52.04", "dinas-lain", "99.01", "badan-lain", "99.01");
        assertThat(reach(Set.of("coordinator"), Set.of("sumbawa"), false).among(told))
                .containsExactly("dinas-baru");
        assertThat(reach(Set.of("coordinator"), Set.of("badan-lain"), false).among(told))
                .containsExactlyInAnyOrder("dinas-lain", "badan-lain");
        assertThat(reach(Set.of("innovator"), Set.of("badan-lain", "dikbud"), false)
                        .among(told))
                .containsExactly("badan-lain");
    }

    /** The groups and tenants of the account, as the engine would read them. */
    private Set<String> unitsOf(Post post) {
        Set<String> units = new HashSet<>(post.tenants());
        if (post.groups().contains("government-sumbawa")) {
            units.addAll(known.keySet());
        }
        return units;
    }

    private Reach reach(Set<String> roles, Set<String> places, boolean administrator) {
        return Reach.of(new Vouched("tautan", "pegawai", roles, places, administrator), organisation);
    }

    private static List<Set<String>> subsets(List<String> all) {
        return IntStream.range(0, 1 << all.size())
                .mapToObj(bits -> {
                    Set<String> some = new TreeSet<>();
                    for (int i = 0; i < all.size(); i++) {
                        if ((bits >> i & 1) == 1) {
                            some.add(all.get(i));
                        }
                    }
                    return some;
                })
                .map(some -> (Set<String>) some)
                .toList();
    }
}
