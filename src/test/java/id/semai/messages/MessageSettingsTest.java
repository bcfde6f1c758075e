package id.semai.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.messages.MessageSettings.Mode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Off unless asked for; what is asked for wrongly ends the start with a sentence that names the setting and the cure. */
class MessageSettingsTest {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    @Test
    void nothingIsOnByDefault() {
        assertThat(messenger().couriers()).isEmpty();
        properties.put("spring.mail.host", "localhost");
        properties.put("semai.messages.base-url", "https://semai.example.go.id");
        properties.put("semai.messages.mail.from", "");
        assertThat(messenger().couriers()).isEmpty();
    }

    @Test
    void aChannelIsOnOnceItsSettingsAreComplete() {
        complete();
        assertThat(messenger().couriers()).extracting(Courier::channel).containsExactly("mail", "webhook");
    }

    @Test
    void theRestIsReadAsItIsWritten() {
        properties.put("semai.messages.mode", "at-once");
        properties.put("semai.messages.digest-at", "10:15");
        properties.put("semai.messages.holidays", "2026-12-25,2027-01-01");
        MessageSettings settings = settings();
        assertThat(settings.mode()).isEqualTo(Mode.AT_ONCE);
        assertThat(settings.digestAt()).isEqualTo(LocalTime.of(10, 15));
        assertThat(settings.holidays())
                .containsExactlyInAnyOrder(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01"));
        properties.clear();
        assertThat(settings().mode()).isEqualTo(Mode.DIGEST);
        assertThat(settings().digestAt()).isEqualTo(LocalTime.of(7, 30));
        assertThat(settings().holidays()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.mail.host, ''",
        "semai.messages.base-url, ''",
        "semai.messages.base-url, semai.example.go.id",
        "semai.messages.mail.from, Semai",
        "semai.messages.webhook.url, gateway",
        "semai.messages.webhook.secret, short",
        "semai.messages.days-before, -1",
        "semai.messages.poll, 0s"
    })
    void whatCannotWorkIsRefusedWithASentence(String setting, String value) {
        complete();
        properties.put(setting, value);
        assertThatThrownBy(this::messenger)
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining(setting)
                .hasMessageMatching("(?s).*: (isi|tulis) .*")
                .hasMessageNotContaining("0123456789abcdef");
    }

    private void complete() {
        properties.put("spring.mail.host", "localhost");
        properties.put("semai.messages.base-url", "https://semai.example.go.id/");
        properties.put("semai.messages.mail.from", "Semai <semai@example.go.id>");
        properties.put("semai.messages.webhook.url", "https://gateway.example.go.id/pesan");
        properties.put("semai.messages.webhook.secret", "0123456789abcdef");
    }

    private MessageSettings settings() {
        return new Binder(
                        ConfigurationPropertySources.get(environment()),
                        null,
                        ApplicationConversionService.getSharedInstance())
                .bindOrCreate("semai.messages", MessageSettings.class);
    }

    private StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private Messenger messenger() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("mail", new JavaMailSenderImpl()));
        return new MessagesConfiguration()
                .messenger(
                        settings(),
                        environment(),
                        beans.getBeanProvider(JavaMailSender.class),
                        null,
                        null,
                        null,
                        null,
                        Clock.systemUTC());
    }
}
