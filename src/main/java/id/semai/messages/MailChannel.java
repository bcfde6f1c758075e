package id.semai.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * By e-mail, as plain text and as HTML. A letter has the same Message-ID however often it is sent, by which servers and
 * mail programs know a repetition.
 */
class MailChannel implements Channel {

    static final String NAME = "mail";

    private final JavaMailSender mail;
    private final InternetAddress from;

    MailChannel(JavaMailSender mail, InternetAddress from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(Letter letter, Content content) {
        try {
            mail.send(message(letter, content));
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    private MimeMessage message(Letter letter, Content content) throws MessagingException {
        if (letter.address() == null) {
            throw new MailPreparationException("The account has no address any more");
        }
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(new InternetAddress(letter.address(), true));
        parts.setSubject(content.subject());
        parts.setText(content.plain(), content.html());
        String address = from.getAddress();
        message.setHeader("Message-ID", "<" + letter.id() + address.substring(address.indexOf('@')) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
