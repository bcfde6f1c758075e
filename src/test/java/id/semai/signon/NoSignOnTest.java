package id.semai.signon;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.openid.RoundTrip;
import id.semai.openid.Traveller;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;

/** Without a provider nothing of single sign-on is there. */
@EndToEnd
class NoSignOnTest {

    @Autowired
    Office office;

    @Autowired
    ApplicationContext application;

    @Test
    void nothingLeadsToAProvider() {
        Traveller browser = new Traveller(office.url(""));
        assertThat(browser.stops(RoundTrip.START).statusCode()).isEqualTo(404);
        assertThat(browser.stops(RoundTrip.BACK + "?code=1&state=2").statusCode())
                .isEqualTo(404);
        HttpResponse<String> page = browser.stops("/serah-terima");
        assertThat(page.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(page.body()).contains("Buka Daftar Tugas").doesNotContain("Masuk dengan akun");
        assertThat(browser.stops("/camunda/app/tasklist/scripts/config.js").body())
                .doesNotContain("sign");
    }

    @Test
    void noFilterChainStandsBeforeAnything() {
        assertThat(application.getBeansOfType(SecurityFilterChain.class)).isEmpty();
        assertThat(application.containsBean("springSecurityFilterChain")).isFalse();
    }
}
