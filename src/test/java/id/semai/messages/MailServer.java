package id.semai.messages;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.semai.Ports;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that can go down and come back on the same port, and the way to it. */
class MailServer implements AutoCloseable {

    private final int port;
    private GreenMail server;

    MailServer() {
        this.port = Ports.next();
        start();
    }

    void start() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        stop();
    }

    MailChannel channel() {
        return channel(port, 5_000);
    }

    static MailChannel channel(int port, int patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        for (String what : List.of("connectiontimeout", "timeout", "writetimeout")) {
            sender.getJavaMailProperties().put("mail.smtp." + what, Integer.toString(patience));
        }
        try {
            return new MailChannel(sender, new InternetAddress("Semai <semai@example.go.id>"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Mail> mails() {
        return Arrays.stream(server.getReceivedMessages()).map(Mail::of).toList();
    }

    record Mail(String to, String subject, String id, String automatic, String plain, String html) {

        static Mail of(MimeMessage message) {
            try {
                List<String> texts = new ArrayList<>();
                collect((Multipart) message.getContent(), texts);
                Address[] to = message.getAllRecipients();
                return new Mail(
                        to[0].toString(),
                        message.getSubject(),
                        message.getMessageID(),
                        message.getHeader("Auto-Submitted", null),
                        texts.get(0).replace("\r\n", "\n"),
                        texts.get(1));
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void collect(Multipart parts, List<String> texts) throws MessagingException, IOException {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.getContent() instanceof Multipart more) {
                    collect(more, texts);
                } else {
                    texts.add((String) part.getContent());
                }
            }
        }
    }
}
