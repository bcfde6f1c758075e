package id.semai.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Tells whoever has just started the demo where everything is. */
class Welcome {

    static final String DEMO_PASSWORD = "Semai-2016!";

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final Environment environment;
    private final DataFolder folder;
    private final KafkaServer kafka;

    Welcome(Environment environment, DataFolder folder, KafkaServer kafka) {
        this.environment = environment;
        this.folder = folder;
        this.kafka = kafka;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        log.info(text());
    }

    String text() {
        String url = "http://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
        return """

                Semai siap (mode peragaan, bukan untuk penggunaan resmi)

                  Beranda      %s/
                  Tasklist     %s/camunda/app/tasklist/
                  Dasbor       %s/dasbor
                  Akun         koordinator, pimpinan, fasilitator, admin, kepala.<unit>, inovator.<unit>
                  Kata sandi   %s
                  Kafka        %s, topik %s dan %s
                  Folder data  %s
                """
                .formatted(
                        url,
                        url,
                        url,
                        password(),
                        kafka.address(),
                        topic("stage-transitions"),
                        topic("units"),
                        folder.path())
                .indent(2);
    }

    private String topic(String name) {
        return environment.getProperty("semai.journal.topics." + name, "semai." + name + ".v1");
    }

    /** A password that somebody chose is not for the log. */
    private String password() {
        boolean chosen =
                !environment.getProperty("semai.demo.password", DEMO_PASSWORD).equals(DEMO_PASSWORD);
        return chosen ? "sesuai semai.demo.password" : DEMO_PASSWORD;
    }
}
