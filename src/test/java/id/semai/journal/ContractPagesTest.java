package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class ContractPagesTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern SAMPLE = Pattern.compile("<pre>(\\{.*?\\})</pre>", Pattern.DOTALL);
    private static final Pattern FIELDS = Pattern.compile("<code>([A-Za-z]+)</code>");

    private MockMvc browser;

    @BeforeEach
    void start() {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Web.class, ContractPages.class);
        context.refresh();
        browser = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void theContractIsServedAsAPageAndAsFiles() throws Exception {
        browser.perform(get("/contract")).andExpect(redirectedUrl("/contract/"));
        browser.perform(get("/contract/")).andExpect(forwardedUrl("/contract/index.html"));
        browser.perform(get("/contract/index.html"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));
        browser.perform(get("/contract/schemas/stage-entered.v1.json"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON));
        browser.perform(get("/contract/../application.yaml")).andExpect(status().is4xxClientError());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "asyncapi.yaml",
                "CHANGELOG.md",
                "sample.ndjson",
                "consumers/java/ReadSemai.java",
                "consumers/python/consumer.py",
                "consumers/javascript/consumer.mjs"
            })
    void filesAreServedAsTextInUtf8(String file) throws Exception {
        String type = browser.perform(get("/contract/" + file))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentType();

        assertThat(type).startsWith("text/").endsWith(";charset=UTF-8");
    }

    @Test
    void everyLinkOfThePageLeadsSomewhere() throws Exception {
        String page = page();
        List<String> links = LINK.matcher(page)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("https://"))
                .distinct()
                .toList();

        assertThat(links).hasSizeGreaterThan(40);
        for (String link : links) {
            if (link.startsWith("#")) {
                assertThat(page).contains(" id=\"" + link.substring(1) + "\"");
            } else {
                browser.perform(get("/contract/" + link)).andExpect(status().isOk());
            }
        }
    }

    @Test
    void everyFileOfThePackIsLinked() throws Exception {
        String page = page();
        try (Stream<Path> files = Files.walk(Contract.PACK)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> Contract.PACK.relativize(file).toString())
                            .filter(file -> !file.equals("index.html")))
                    .hasSizeGreaterThan(28)
                    .allSatisfy(file -> assertThat(page).contains("href=\"" + file + "\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void bothLanguagesNameEveryTopicTypeAndField(String language) throws Exception {
        String half = half(language);
        Set<String> named =
                FIELDS.matcher(half).results().map(field -> field.group(1)).collect(Collectors.toSet());

        assertThat(Contract.types()).allSatisfy(type -> assertThat(half).contains("<code>" + type + "</code>"));
        assertThat(List.of("semai.stage-transitions.v1", "semai.innovations.v1", "semai.units.v1"))
                .allSatisfy(topic -> assertThat(half).contains("<code>" + topic + "</code>"));
        for (String schema : Contract.schemas()) {
            JsonNode described = Contract.json(Contract.PACK.resolve("schemas/" + schema + ".json"));
            assertThat(named).containsAll(names(described.at("/properties")));
            assertThat(named).containsAll(names(described.at("/properties/data/properties")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theSampleOnThePageKeepsToItsSchema(String language) throws Exception {
        Matcher sample = SAMPLE.matcher(half(language));
        assertThat(sample.find()).isTrue();

        assertThat(Contract.faults(Topic.json(sample.group(1)))).isEmpty();
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        assertThat(page()).doesNotContain("<script", "src=", "@import", "url(");
    }

    private static List<String> names(JsonNode fields) {
        return fields.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** What the page shows in one of its languages. */
    private static String half(String language) throws IOException {
        String page = page();
        int start = page.indexOf("<section class=\"language\" id=\"" + language + "\" lang=\"" + language + "\">");
        assertThat(start).isPositive();
        return page.substring(start, page.indexOf("</section>", start));
    }

    private static String page() throws IOException {
        try (var page = ContractPagesTest.class.getResourceAsStream("/contract/index.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @EnableWebMvc
    static class Web {}
}
