package id.semai.journal;

import id.semai.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** The command {@code replay}, for tests of those who read what it writes. */
public final class Replays {

    private Replays() {}

    public static void to(String topic, ApplicationContext context) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        new Replay(
                        context.getBean(DataSource.class),
                        context.getBean(KafkaConnection.class),
                        context.getBean(JournalSettings.class))
                .run(new ReplayOrder(topic, null, null, List.of(), false), new Terminal(nowhere, nowhere, false));
    }
}
