package id.semai.dashboardlogin;

import id.semai.accounts.AccountSettings;
import id.semai.dashboardpages.Ways;
import id.semai.openid.IfOffered;
import id.semai.openid.Offer;
import id.semai.openid.RoundTrip;
import id.semai.openid.SignOnSettings;
import id.semai.people.Reaches;
import java.util.Set;
import org.apache.catalina.session.StandardManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Lets people in to the dashboard that runs alone, by the accounts of a provider or those of the demo; without either there is
 * nothing of this. Not annotated as a configuration, or the whole application would find it, which lets people in by itself.
 */
@Conditional(SomebodyIsLetIn.class)
@EnableConfigurationProperties({SignOnSettings.class, AccountSettings.class})
@ComponentScan({"id.semai.openid", "id.semai.dashboardlogin"})
public class DashboardLogin {

    /** Of its own: for browsers a cookie belongs to a machine, and a whole Semai may run there at another port. */
    static final String COOKIE = "SEMAI_DASBOR";

    /** Some kilobytes each: whoever has begun millions of logins has not filled the memory. */
    static final int MOST_SESSIONS = 20_000;

    @Bean
    @IfOffered
    Ways waysThroughAProvider() {
        return ways("GET " + RoundTrip.BACK);
    }

    @Bean
    @IfDemo
    Ways waysThroughTheDemo() {
        return ways("POST " + RoundTrip.START);
    }

    private static Ways ways(String secondStep) {
        return new Ways(Set.of("GET " + RoundTrip.START, secondStep, "POST " + Session.PATH, "DELETE " + Session.PATH));
    }

    @Bean
    @IfDemo
    Offer offerOfTheDemo() {
        return new Offer("peragaan");
    }

    @Bean
    Reaches reaches(Environment settings) {
        return Reaches.of(settings);
    }

    @Bean
    TomcatContextCustomizer sessions() {
        return context -> {
            context.setSessionCookieName(COOKIE);
            StandardManager sessions = new StandardManager();
            sessions.setMaxActiveSessions(MOST_SESSIONS);
            context.setManager(sessions);
        };
    }
}
