package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.semai.stage.TransitionType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class ContractPagesTest {

    private static final Pattern SCHEMA_LINK = Pattern.compile("href=\"(schemas/[a-z0-9.-]+\\.json)\"");
    private static final Pattern SAMPLE = Pattern.compile("<pre>(\\{.*?\\})</pre>", Pattern.DOTALL);

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

    @Test
    void thePageNamesEveryTypeAndItsLinksLeadSomewhere() throws Exception {
        String page = page();

        for (TransitionType type : TransitionType.values()) {
            assertThat(page).contains("<code>" + type.code() + "</code>");
        }
        assertThat(page).contains("<code>" + Units.TYPE + "</code>");
        Matcher links = SCHEMA_LINK.matcher(page);
        assertThat(links.results().map(link -> link.group(1)).distinct())
                .hasSize(7)
                .allSatisfy(link ->
                        assertThat(getClass().getResource("/contract/" + link)).isNotNull());
    }

    @Test
    void theSampleOnThePageKeepsToItsSchema() throws Exception {
        Matcher sample = SAMPLE.matcher(page());
        assertThat(sample.find()).isTrue();

        assertThat(ContractTest.faults(Topic.json(sample.group(1)))).isEmpty();
    }

    private static String page() throws IOException {
        try (var page = ContractPagesTest.class.getResourceAsStream("/contract/index.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @EnableWebMvc
    static class Web {}
}
