package id.semai.dashboardlogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import id.semai.dashboard.Board;
import id.semai.dashboardpages.DashboardAlone;
import id.semai.dashboardpages.Onlookers;
import id.semai.dashboardpages.Sight;
import id.semai.dashboardpages.Ways;
import id.semai.prod.PlainEdge;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Where nobody has said who is let in, nothing that would let anybody in is there. */
class NoDashboardLoginTest {

    private final WebApplicationContextRunner alone = new WebApplicationContextRunner()
            .withUserConfiguration(DashboardLogin.class)
            .withPropertyValues("spring.profiles.active=dashboard");

    @Test
    void withoutAnIssuerThereIsNoWayIn() {
        alone.run(this::letsNobodyIn);
        alone.withPropertyValues("semai.dashboard.demo-accounts=false").run(this::letsNobodyIn);
    }

    private void letsNobodyIn(AssertableWebApplicationContext context) {
        assertThat(context)
                .doesNotHaveBean(Ways.class)
                .doesNotHaveBean(Session.class)
                .doesNotHaveBean(Login.class)
                .doesNotHaveBean(DemoLogin.class);
    }

    @Test
    void aProviderGoesBeforeTheAccountsOfTheDemo() {
        alone.withBean(Clock.class, Clock::systemUTC)
                .withBean(DashboardAlone.EVERYBODY, Onlookers.class, () -> request -> Sight.PUBLIC)
                .withBean(Board.class, () -> mock(Board.class))
                .withPropertyValues(
                        "semai.dashboard.demo-accounts=true",
                        "semai.single-sign-on.client-id=semai",
                        "semai.single-sign-on.issuer=https://akun.example")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Login.class)
                        .hasSingleBean(Ways.class)
                        .doesNotHaveBean(DemoLogin.class));
    }

    @ParameterizedTest
    @CsvSource({
        "'dashboard,prod', localhost:19092, profil prod tidak mempunyai akun peragaan",
        "dashboard, 'localhost:9092,kafka.example.go.id:9092', «kafka.example.go.id» bukan milik peragaan",
    })
    void theAccountsOfTheDemoAreForTheDemo(String profiles, String brokers, String sentence) {
        String[] settings = {
            "--spring.profiles.active=" + profiles,
            "--spring.kafka.bootstrap-servers=" + brokers,
            "--semai.proxies=10.0.0.5",
            "--semai.dashboard.demo-accounts=true"
        };
        assertThatThrownBy(() -> DashboardAlone.run(settings, PlainEdge.class, DashboardLogin.class))
                .hasMessageContaining(sentence);
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
