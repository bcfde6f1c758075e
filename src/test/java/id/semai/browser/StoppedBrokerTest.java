package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.semai.dashboardlogin.DashboardLogin;
import id.semai.dashboardpages.DashboardAlone;
import id.semai.journal.Broker;
import id.semai.prod.PlainEdge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The dashboard alone, in a browser, over a broker that really stops while the page is open. */
class StoppedBrokerTest {

    private static final Path JOURNEY = Path.of("src/main/resources/contract/sample.ndjson");
    private static final String TOPIC = "semai.stage-transitions.v1";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'pukul' HH.mm", Locale.forLanguageTag("id"));
    private static final Duration REASONABLE = Duration.ofSeconds(8);

    @RegisterExtension
    static final Browser browser = new Browser();

    @TempDir
    Path folder;

    private final Broker broker = new Broker();
    private ConfigurableApplicationContext dashboard;

    @BeforeEach
    void begin() throws Exception {
        broker.start();
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            kafka.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1), new NewTopic("semai.units.v1", 1, (short) 1)))
                    .all()
                    .get();
        }
        dashboard = DashboardAlone.run(
                new String[] {
                    "--spring.profiles.active=dashboard",
                    "--server.port=0",
                    "--spring.kafka.bootstrap-servers=" + broker.address(),
                    "--semai.dashboard.folder=" + folder.resolve("dashboard")
                },
                PlainEdge.class,
                DashboardLogin.class);
    }

    @AfterEach
    void end() {
        dashboard.close();
        broker.stop();
        broker.remove();
    }

    @Test
    void aBrokerThatStopsIsSaidAndTheNumbersGoOnByThemselvesWhenItIsBack() throws Exception {
        publish(3);
        try (BrowserContext window = browser.window(Screen.PHONE)) {
            Page page = window.newPage();
            Faults faults = Faults.of(page);
            page.navigate("http://localhost:" + port() + "/dasbor");
            Locator stamp = page.locator(".segar");
            assertThat(stamp).containsText("Tersambung");
            shows(page, 3);

            LocalDateTime stops = now();
            broker.stop();
            LocalDateTime stopped = now();
            long began = System.nanoTime();

            assertThat(stamp)
                    .containsText(
                            Pattern.compile("Kafka\\)? tidak menjawab sejak (" + minute(stops.minusSeconds(5)) + "|"
                                    + minute(stopped) + ") WITA"),
                            new LocatorAssertions.ContainsTextOptions().setTimeout(REASONABLE.toMillis()));
            System.out.println("dashboard: a page says so " + millis(began) + " ms after the broker has stopped");
            assertThat(stamp).containsText("keadaan saat itu");
            assertThat(stamp).hasClass(Pattern.compile(".*putus.*"));
            shows(page, 3);

            broker.start();
            began = System.nanoTime();
            assertThat(stamp)
                    .containsText(
                            "Tersambung",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(REASONABLE.toMillis()));
            System.out.println("dashboard: and is connected again after " + millis(began) + " ms");
            publish(2);
            shows(page, 5);
            page.reload();
            shows(page, 5);
            faults.assertNone();
        }
    }

    /** Whole recorded journeys: each has ended. */
    private static void shows(Page page, int innovations) {
        assertThat(page.locator("[data-angka='innovations'] strong")).hasText(Integer.toString(innovations));
        assertThat(page.locator("[data-angka='adopted'] strong")).hasText(Integer.toString(innovations));
        assertThat(page.locator("[data-angka='open'] strong")).hasText("0");
    }

    private void publish(int journeys) throws IOException {
        List<String> events = Files.readAllLines(JOURNEY);
        try (KafkaProducer<String, String> kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new StringSerializer())) {
            IntStream.range(0, journeys)
                    .mapToObj(any -> UUID.randomUUID().toString())
                    .flatMap(id -> events.stream().map(event -> of(id, event)))
                    .forEach(kafka::send);
        }
    }

    private static ProducerRecord<String, String> of(String innovation, String event) {
        return new ProducerRecord<>(TOPIC, innovation, event.replace(recorded(event), innovation));
    }

    private static String recorded(String event) {
        try {
            return new ObjectMapper()
                    .readValue(event, new TypeReference<Map<String, Object>>() {})
                    .get("subject")
                    .toString();
        } catch (IOException nonsense) {
            throw new IllegalStateException(nonsense);
        }
    }

    private int port() {
        return ((WebServerApplicationContext) dashboard).getWebServer().getPort();
    }

    private static long millis(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.of("Asia/Makassar"));
    }

    private static String minute(LocalDateTime at) {
        return MINUTE.format(at).replace(".", "\\.");
    }
}
