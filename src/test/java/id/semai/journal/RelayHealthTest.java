package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.servlet.ServletManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A broker that is down shows in the health group {@code events} and nowhere else, least of all in liveness. */
class RelayHealthTest {

    private final Broker broker = new Broker();
    private final JournalWorld world = new JournalWorld(broker);
    private final StageRelay relay = world.anotherRelay();

    private ConfigurableApplicationContext application;

    @AfterEach
    void close() {
        application.close();
        world.close();
    }

    @Test
    void onlyTheGroupOfEventsFailsWithTheBroker() throws Exception {
        start();
        world.started();
        relay.shipOnce();

        assertThat(get("events").statusCode()).isEqualTo(503);
        assertThat(get("events").body())
                .contains("WAITING_FOR_KAFKA", "\"waiting\":2", world.kafka(), "No broker takes connections");
        assertThat(get("liveness").statusCode()).isEqualTo(200);
        assertThat(get("readiness").statusCode()).isEqualTo(200);
        assertThat(get("").statusCode()).isEqualTo(200);
        assertThat(get("").body()).contains("\"status\":\"UP\"").doesNotContain(world.kafka());

        broker.start();
        relay.shipOnce();
        assertThat(get("events").statusCode()).isEqualTo(200);
        broker.stop();
    }

    @Test
    void whoseBrokerAndWhyIsNotToldInProduction() throws Exception {
        start("--spring.profiles.active=prod", "--semai.proxies=127.0.0.1");
        relay.shipOnce();

        assertThat(get("events").statusCode()).isEqualTo(503);
        assertThat(get("events").body()).doesNotContain("No broker");
    }

    private void start(String... options) {
        application = new SpringApplicationBuilder(ActuatorOnly.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "relayHealthIndicator",
                                RelayHealthIndicator.class,
                                () -> new RelayHealthIndicator(relay, world.unshipped())))
                .properties("server.port=0", "semai.embedded.enabled=false", "spring.main.banner-mode=off")
                .run(options);
    }

    private HttpResponse<String> get(String group) throws IOException, InterruptedException {
        String port = application.getEnvironment().getProperty("local.server.port");
        URI health = URI.create("http://localhost:" + port + "/actuator/health/" + group);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
    }

    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ApplicationAvailabilityAutoConfiguration.class,
        AvailabilityHealthContributorAutoConfiguration.class,
        AvailabilityProbesAutoConfiguration.class,
        EndpointAutoConfiguration.class,
        WebEndpointAutoConfiguration.class,
        HealthContributorAutoConfiguration.class,
        HealthEndpointAutoConfiguration.class,
        ManagementContextAutoConfiguration.class,
        ServletManagementContextAutoConfiguration.class
    })
    static class ActuatorOnly {}
}
