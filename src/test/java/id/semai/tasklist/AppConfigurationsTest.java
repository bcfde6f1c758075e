package id.semai.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AppConfigurationsTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void indonesianIsTheOnlyLanguageUnlessConfigured() {
        application.run(context ->
                assertThat(languages(context.getBean(TasklistSettings.class))).containsExactly("id"));
    }

    @Test
    void englishIsAddedBySetting() {
        application.withPropertyValues("semai.tasklist.languages=id,en").run(context -> assertThat(
                        languages(context.getBean(TasklistSettings.class)))
                .containsExactly("id", "en"));
    }

    @Test
    void aLanguageThatNobodyTranslatedEndsTheStart() {
        application.withPropertyValues("semai.tasklist.languages=id,fr").run(context -> assertThat(context)
                .hasFailed());
    }

    @Test
    void cockpitKeepsTheEnglishOfCamundasManual() {
        assertThat(Languages.configuration("cockpit", "id")).contains("\"languages\":[\"en\"]");
    }

    @ParameterizedTest
    @EnumSource(WebApp.class)
    void everyScriptThatAnApplicationLoadsIsThere(WebApp app) {
        assertThat(app.scriptsWithSignOn())
                .allSatisfy(script -> assertThat(Shipped.text("app/" + script.substring("../".length())))
                        .isNotBlank());
    }

    private static List<String> languages(TasklistSettings settings) {
        return WebApp.TASKLIST.languages(settings);
    }

    @EnableConfigurationProperties(TasklistSettings.class)
    static class Settings {}
}
