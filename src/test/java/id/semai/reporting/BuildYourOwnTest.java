package id.semai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.journeys.EndToEnd;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** What people copy from the contract's page, and the dashboards that they import there, work here as they are. */
@EndToEnd
class BuildYourOwnTest {

    private static final Path CONTRACT = Path.of("src/main/resources/contract");
    private static final Pattern QUERY = Pattern.compile("<pre class=\"sql\">(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern METRIC = Pattern.compile("\\bsemai_\\w+");

    @Autowired
    DataSource database;

    @Autowired
    ObjectProvider<MeterBinder> binders;

    private Apart apart;

    @BeforeEach
    void begin() {
        apart = new Apart(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePagesQueriesAreAnswered(String language) throws IOException {
        String page = Files.readString(CONTRACT.resolve("index.html"));
        int start = page.indexOf("<h2 id=\"" + language + "-own\">");
        assertThat(start).isPositive();
        List<String> queries = QUERY.matcher(page.substring(start, page.indexOf("</section>", start)))
                .results()
                .map(query -> HtmlUtils.htmlUnescape(query.group(1)))
                .toList();
        assertThat(queries).hasSize(3).allSatisfy(this::isAnswered);
    }

    @Test
    void theDashboardOfInnovationsAsksWhatTheViewsAnswer() throws IOException {
        List<String> queries = targets("innovations.json", "rawSql");
        assertThat(queries).hasSize(10).allSatisfy(this::isAnswered);
    }

    @Test
    void theDashboardOfTheWayOfEventsAsksForMetricsThatThereAre() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        binders.stream()
                .filter(binder -> binder.getClass().getName().startsWith("id.semai."))
                .forEach(binder -> binder.bindTo(registry));
        Set<String> known = new HashSet<>();
        registry.scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> known.add(line.split("[{ ]")[0]));

        List<String> asked = targets("pipeline.json", "expr").stream()
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .toList();
        assertThat(asked)
                .contains("semai_relay_backlog", "semai_dashboard_lag", "semai_dashboard_connected")
                .hasSizeGreaterThan(10);
        assertThat(known).containsAll(asked);
    }

    @Test
    void everyPanelSaysWhatItShowsAndHasItsOwnPlace() throws IOException {
        for (String file : List.of("innovations.json", "pipeline.json")) {
            Set<String> places = new HashSet<>();
            for (JsonNode panel : panels(file)) {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${source}");
                JsonNode place = panel.path("gridPos");
                assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
                assertThat(places.add(place.path("x") + "/" + place.path("y")))
                        .as(panel.path("title").asText())
                        .isTrue();
            }
        }
    }

    private void isAnswered(String query) {
        assertThatCode(() -> apart.asReporter(query)).as(query).doesNotThrowAnyException();
    }

    private static List<String> targets(String file, String field) throws IOException {
        return panels(file).findValuesAsText(field);
    }

    private static JsonNode panels(String file) throws IOException {
        JsonNode panels = new ObjectMapper()
                .readTree(CONTRACT.resolve("grafana").resolve(file).toFile())
                .path("panels");
        assertThat(panels.size()).isGreaterThan(5);
        return panels;
    }
}
