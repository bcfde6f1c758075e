package id.semai.messages;

import id.semai.messages.MessageSettings.Webhook;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;

/** Opens the channels that are asked for, and refuses those that cannot work with a sentence that says why. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    private static final int SHORTEST_SECRET = 16;

    @Bean
    Messenger messenger(
            MessageSettings settings,
            Environment environment,
            ObjectProvider<JavaMailSender> mail,
            ITemplateEngine templates,
            News news,
            Letters letters,
            TransactionTemplate transaction,
            Clock clock) {
        List<Channel> channels = channels(settings, environment, mail);
        if (!channels.isEmpty()) {
            check(settings);
        }
        Wording wording = new Wording(settings.baseUrl().replaceAll("/+$", ""), templates);
        return new Messenger(
                settings,
                news,
                channels.stream()
                        .map(channel -> new Courier(channel, letters, wording, transaction, clock))
                        .toList(),
                transaction,
                clock);
    }

    private static List<Channel> channels(
            MessageSettings settings, Environment environment, ObjectProvider<JavaMailSender> mail) {
        List<Channel> channels = new ArrayList<>();
        if (settings.mail().isOn()) {
            require(
                    !environment.getProperty("spring.mail.host", "").isBlank(),
                    "semai.messages.mail.from diisi, tetapi spring.mail.host belum: isi spring.mail.host dengan server "
                            + "surel Anda, atau kosongkan semai.messages.mail.from.");
            channels.add(
                    new MailChannel(mail.getObject(), sender(settings.mail().from())));
        }
        if (settings.webhook().isOn()) {
            channels.add(webhook(settings.webhook()));
        }
        return channels;
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            require(sender.getAddress().contains("@"), badSender(from));
            return sender;
        } catch (AddressException e) {
            throw new UnusableSettings(badSender(from));
        }
    }

    private static String badSender(String from) {
        return "semai.messages.mail.from «" + from + "» bukan alamat surel: tulis seperti Semai <semai@example.go.id>.";
    }

    private static WebhookChannel webhook(Webhook webhook) {
        require(
                isWebAddress(webhook.url()),
                "semai.messages.webhook.url «" + webhook.url()
                        + "» bukan alamat http atau https yang lengkap: tulis seperti https://gateway.example.go.id/pesan.");
        require(
                webhook.secret().length() >= SHORTEST_SECRET,
                "semai.messages.webhook.secret paling pendek " + SHORTEST_SECRET
                        + " karakter: isi dengan kunci acak yang juga diketahui penerima di semai.messages.webhook.url.");
        return new WebhookChannel(URI.create(webhook.url()), webhook.secret());
    }

    private static void check(MessageSettings settings) {
        require(
                isWebAddress(settings.baseUrl()),
                "semai.messages.base-url «" + settings.baseUrl()
                        + "» bukan alamat http atau https yang lengkap: tulis alamat Semai seperti yang dibuka pengguna, "
                        + "misalnya https://semai.example.go.id.");
        require(
                settings.daysBefore() >= 0,
                "semai.messages.days-before " + settings.daysBefore()
                        + " kurang dari nol: tulis jumlah hari, misalnya 3.");
        require(
                settings.poll().toMillis() > 0,
                "semai.messages.poll «" + settings.poll() + "» harus lebih dari nol: tulis seperti 10s.");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new UnusableSettings(sentence);
        }
    }
}
