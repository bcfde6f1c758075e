package id.semai.messages;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Messages to people about their tasks. All is off unless a channel is set: {@code mail.from} together with
 * {@code spring.mail.host}, or {@code webhook.url}.
 *
 * @param baseUrl the address at which people open Semai ({@code https://semai.example.go.id}); links begin with it
 * @param mode {@code digest}: one letter a working morning; {@code at-once}: whenever a look finds something
 * @param digestAt when a working morning begins, where the task's government lives; in quotes in YAML
 * @param holidays days without a digest besides Saturdays and Sundays ({@code 2026-12-25})
 * @param daysBefore how many days before its end a deadline is told as a coming one
 * @param poll how often each node looks for something to tell, and to send
 */
@ConfigurationProperties("semai.messages")
record MessageSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("digest") Mode mode,
        @DefaultValue("07:30") LocalTime digestAt,
        @DefaultValue Set<LocalDate> holidays,
        @DefaultValue("3") int daysBefore,
        @DefaultValue("10s") Duration poll,
        @DefaultValue Mail mail,
        @DefaultValue Webhook webhook) {

    enum Mode {
        DIGEST,
        AT_ONCE
    }

    /** @param from the sender, an address that may have a name before it: {@code Semai <semai@example.go.id>} */
    record Mail(@DefaultValue("") String from) {

        boolean isOn() {
            return !from.isBlank();
        }
    }

    /**
     * @param url where each letter is posted to as JSON
     * @param secret key of the signature that comes with it
     */
    record Webhook(@DefaultValue("") String url, @DefaultValue("") String secret) {

        boolean isOn() {
            return !url.isBlank();
        }

        @Override
        public String toString() {
            return "Webhook[url=" + url + ", secret hidden]";
        }
    }
}
