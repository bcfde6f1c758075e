package id.semai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import id.semai.check.Mutations.Mutation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to the shipped files, the check ends, says something, runs nothing, fetches nothing, and lets nothing
 * hostile through. {@code -Dcheck.seed=} and {@code -Dcheck.mutations=} choose others and more.
 */
class MutationTest {

    private static final long SEED = Long.getLong("check.seed", 2016);
    private static final int MUTATIONS = Integer.getInteger("check.mutations", 1000);
    private static final Duration NOT_HANGING = Duration.ofSeconds(60);

    private final AtomicInteger fetched = new AtomicInteger();
    private int hostile;
    private int accepted;
    private long slowest;

    @Test
    void nothingCrashesHangsRunsOrGetsThrough() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            checkAll(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
        System.out.printf(
                "check: seed=%d mutations=%d hostile=%d refused=%d accepted=%d through=0 crashed=0 executed=0 fetched=%d slowest=%dms%n",
                SEED, MUTATIONS, hostile, MUTATIONS - accepted, accepted, fetched.get(), slowest);
        assertThat(fetched).hasValue(0);
        assertThat(System.getProperty(Trap.SPRUNG)).isNull();
        touchTheTrap();
    }

    private void checkAll(int port) throws Exception {
        Map<String, byte[]> shipped = Models.shipped();
        Mutations mutations = new Mutations(SEED, port, shipped);
        for (int i = 0; i < MUTATIONS; i++) {
            Mutation mutation = mutations.next();
            long begun = System.nanoTime();
            List<Finding> findings = assertTimeoutPreemptively(
                    NOT_HANGING,
                    () -> Models.CHECK.check(Map.of(mutation.name(), mutation.content()), shipped),
                    () -> "mutation " + i(mutation));
            slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
            judge(i, mutation, findings);
        }
    }

    private void judge(int number, Mutation mutation, List<Finding> findings) {
        boolean refused = findings.stream().anyMatch(Finding::isError);
        hostile += mutation.hostile() ? 1 : 0;
        accepted += refused ? 0 : 1;
        assertThat(System.getProperty(Trap.SPRUNG))
                .as("mutation %d of seed %d", number, SEED)
                .isNull();
        assertThat(findings)
                .as("mutation %d of seed %d, %s", number, SEED, mutation.name())
                .noneMatch(finding -> finding.rule().equals(Rule.FILE_UNREADABLE.code()));
        if (mutation.hostile()) {
            assertThat(refused)
                    .as("mutation %d of seed %d: %s", number, SEED, i(mutation))
                    .isTrue();
        }
    }

    private static String i(Mutation mutation) {
        return mutation.name() + "\n" + new String(mutation.content(), StandardCharsets.UTF_8);
    }

    /** Or the proof would prove nothing. */
    private static void touchTheTrap() throws Exception {
        Class.forName("id.semai.check.Trap");
        assertThat(System.clearProperty(Trap.SPRUNG)).isEqualTo("loaded");
    }
}
