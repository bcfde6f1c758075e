package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What a provider's words mean in the organisation that is shipped. */
class PostTest {

    private final Organisation organisation = OrganisationFile.read(new ClassPathResource("people.yaml"));

    @Test
    void somebodyOfAUnitSeesThatUnit() {
        Post post = post(Set.of("innovator"), Set.of("dikbud"), false);
        assertThat(post.groups()).containsExactly("innovator");
        assertThat(post.tenants()).containsExactly("dikbud");
        assertThat(post.home()).isEqualTo("dikbud");
    }

    @Test
    void somebodyOfAGovernmentSeesAllItsUnitsAndWorksAtOne() {
        Post post = post(Set.of("coordinator"), Set.of("bag-organisasi"), false);
        assertThat(post.groups()).containsExactly("coordinator", "government-sumbawa");
        assertThat(post.tenants()).isEmpty();
        assertThat(post.home()).isEqualTo("bag-organisasi");
        assertThat(post(Set.of("facilitator"), Set.of("sumbawa"), false).groups())
                .containsExactly("facilitator", "government-sumbawa");
    }

    @Test
    void aUnitDoesNotBecomeAGovernmentForWhoHasNoRoleThere() {
        assertThat(post(Set.of("innovator"), Set.of("sumbawa"), false).isNone()).isTrue();
    }

    @Test
    void aRoleWithoutAPlaceAndAPlaceWithoutARoleAreNothing() {
        assertThat(post(Set.of("coordinator"), Set.of("di-mana"), false).isNone())
                .isTrue();
        assertThat(post(Set.of("raja"), Set.of("dikbud"), false).isNone()).isTrue();
        assertThat(post(Set.of(), Set.of(), false).isNone()).isTrue();
    }

    @Test
    void administratorsAreThoseOfWhomItIsSaidOutright() {
        Post claimed = post(Set.of("administrator", "camunda-admin"), Set.of("dikbud"), false);
        assertThat(claimed.isNone()).isTrue();
        assertThat(claimed.groups()).isEmpty();
        assertThat(post(Set.of(), Set.of(), true).groups()).contains("administrator", "camunda-admin");
    }

    private Post post(Set<String> roles, Set<String> units, boolean administrator) {
        return Post.of(new Vouched("tautan", "pegawai", roles, units, administrator), organisation);
    }
}
