package id.semai.dashboardlogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.dashboardpages.DashboardAlone;
import id.semai.dashboardpages.Ways;
import id.semai.prod.PlainEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Without a provider nobody is let in, and nothing that would let anybody in is there. */
class NoDashboardLoginTest {

    private final WebApplicationContextRunner alone = new WebApplicationContextRunner()
            .withUserConfiguration(DashboardLogin.class)
            .withPropertyValues("spring.profiles.active=dashboard");

    @Test
    void withoutAnIssuerThereIsNoWayIn() {
        alone.run(context -> assertThat(context).doesNotHaveBean(Ways.class).doesNotHaveBean(Login.class));
    }

    @ParameterizedTest
    @CsvSource({
        "http://akun.example, tidak memakai https",
        "https://akun.example, tidak mempunyai rahasia",
    })
    void inEarnestItTakesNoProviderThatAnotherCouldPretendToBe(String issuer, String sentence) {
        String[] settings = {
            "--spring.profiles.active=dashboard,prod",
            "--semai.proxies=10.0.0.5",
            "--semai.single-sign-on.client-id=semai",
            "--semai.single-sign-on.issuer=" + issuer
        };
        assertThatThrownBy(() -> DashboardAlone.run(settings, PlainEdge.class, DashboardLogin.class))
                .hasMessageContaining(sentence);
    }
}
