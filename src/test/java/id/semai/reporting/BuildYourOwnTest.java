package id.semai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.journeys.EndToEnd;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:]\\w*");

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
        assertThat(queries).hasSize(6).allSatisfy(this::isAnswered);
    }

    @Test
    void theDashboardOfInnovationsAsksWhatTheViewsAnswer() throws IOException {
        List<String> queries = targets("innovations.json", "rawSql");
        assertThat(queries)
                .hasSameSizeAs(panels("innovations.json"))
                .allSatisfy(this::isAnswered)
                .allSatisfy(
                        query -> assertThat(query).contains(" from reporting.").doesNotContain(";"));
    }

    @Test
    void eachViewIsNamedInBothLanguagesAndShownAtWork() throws IOException {
        String page = Files.readString(CONTRACT.resolve("index.html"));
        List<String> queries = targets("innovations.json", "rawSql");
        assertThat(apart.jdbc.queryForList(
                        "select relname from pg_class where relnamespace = 'reporting'::regnamespace and relkind in ('r', 'v')"
                                + " and has_table_privilege('semai_reporting', oid, 'select')",
                        String.class))
                .hasSize(10)
                .allSatisfy(view -> {
                    assertThat(page.split("<code>reporting." + view + "</code>"))
                            .hasSize(3);
                    assertThat(queries).anyMatch(query -> query.contains("from reporting." + view));
                });
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
        assertThat(targets("pipeline.json", "expr").stream()
                        .flatMap(expression -> NAME.matcher(
                                        METRIC.matcher(expression).replaceAll(""))
                                .results())
                        .map(MatchResult::group))
                .as("what else the expressions name")
                .isSubsetOf("max", "min", "sum", "rate", "increase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"innovations.json", "pipeline.json"})
    void aDashboardAsksForTheSourceThatWhoeverImportsItChooses(String file) throws IOException {
        JsonNode dashboard = dashboard(file);
        assertThat(dashboard.path("schemaVersion").asInt()).isEqualTo(39);
        assertThat(dashboard.hasNonNull("id")).as("an id of some Grafana").isFalse();
        JsonNode variables = dashboard.at("/templating/list");
        assertThat(variables).hasSize(1);
        assertThat(variables.at("/0/name").asText()).isEqualTo("source");
        assertThat(variables.at("/0/type").asText()).isEqualTo("datasource");
        assertThat(variables.at("/0/current")).as("no choice made").isEmpty();
        assertThat(panels(file)).allSatisfy(panel -> {
            List<JsonNode> sources = panel.findValues("datasource");
            assertThat(sources).hasSize(1 + panel.path("targets").size()).allSatisfy(source -> {
                assertThat(source.path("uid").asText()).isEqualTo("${source}");
                assertThat(source.path("type")).isEqualTo(variables.at("/0/query"));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"innovations.json", "pipeline.json"})
    void everyPanelSaysWhatItShowsAndHasItsOwnPlace(String file) throws IOException {
        Set<String> taken = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : panels(file)) {
            String title = panel.path("title").asText();
            assertThat(title).isNotBlank();
            assertThat(panel.path("type").asText()).isIn("stat", "timeseries", "barchart", "table");
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            assertThat(panel.path("targets").findValuesAsText("refId"))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            assertThat(cells(panel.path("gridPos"))).as(title).isNotEmpty().allMatch(taken::add);
        }
    }

    private static List<String> cells(JsonNode place) {
        List<String> cells = new ArrayList<>();
        assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
        for (int x = 0; x < place.path("w").asInt(); x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                cells.add((place.path("x").asInt() + x) + "/" + (place.path("y").asInt() + y));
            }
        }
        return cells;
    }

    private void isAnswered(String query) {
        assertThatCode(() -> apart.asReporter(query)).as(query).doesNotThrowAnyException();
    }

    private static List<String> targets(String file, String field) throws IOException {
        return panels(file).findValuesAsText(field);
    }

    private static JsonNode panels(String file) throws IOException {
        JsonNode panels = dashboard(file).path("panels");
        assertThat(panels.size()).isGreaterThan(5);
        return panels;
    }

    /** Strict: a second member of one name, or anything after the end, is an error. */
    private static JsonNode dashboard(String file) throws IOException {
        return new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(CONTRACT.resolve("grafana").resolve(file).toFile());
    }
}
