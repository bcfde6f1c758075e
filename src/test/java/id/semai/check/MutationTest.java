package id.semai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import id.semai.check.Mutations.Mutation;
import id.semai.rulebook.Finding;
import id.semai.rulebook.Rule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * Whatever is done to the shipped files, the check ends, says something, runs nothing, fetches nothing, and lets nothing
 * hostile through. {@code -Dcheck.seed=} and {@code -Dcheck.mutations=} choose others and more.
 */
class MutationTest {

    private static final long SEED = Long.getLong("check.seed", 2016);
    private static final int MUTATIONS = Integer.getInteger("check.mutations", 1000);
    private static final Duration NOT_HANGING = Duration.ofSeconds(60);

    private final AtomicInteger fetched = new AtomicInteger();
    private final List<String> through = new ArrayList<>();
    private final List<String> crashed = new ArrayList<>();
    private final List<String> hanging = new ArrayList<>();
    private final List<String> executed = new ArrayList<>();
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
                "check: seed=%d mutations=%d hostile=%d refused=%d accepted=%d through=%d crashed=%d hanging=%d executed=%d fetched=%d slowest=%dms%n",
                SEED,
                MUTATIONS,
                hostile,
                MUTATIONS - accepted,
                accepted,
                through.size(),
                crashed.size(),
                hanging.size(),
                executed.size(),
                fetched.get(),
                slowest);
        assertThat(through).as("let through").isEmpty();
        assertThat(crashed).as("crashed").isEmpty();
        assertThat(hanging).as("hanging").isEmpty();
        assertThat(executed).as("executed").isEmpty();
        assertThat(fetched).hasValue(0);
        touchTheTrap();
    }

    private void checkAll(int port) throws Exception {
        Map<String, byte[]> shipped = Models.shipped();
        Mutations mutations = new Mutations(SEED, port, shipped);
        for (int i = 0; i < MUTATIONS; i++) {
            Mutation mutation = mutations.next();
            String what = "mutation %d of seed %d: %s".formatted(i, SEED, text(mutation));
            hostile += mutation.hostile() ? 1 : 0;
            long begun = System.nanoTime();
            check(mutation, shipped, what);
            slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
            if (System.clearProperty(Trap.SPRUNG) != null) {
                executed.add(what);
            }
        }
    }

    private void check(Mutation mutation, Map<String, byte[]> shipped, String what) {
        try {
            judge(
                    mutation,
                    assertTimeoutPreemptively(
                            NOT_HANGING,
                            () -> Models.CHECK.check(Map.of(mutation.name(), mutation.content()), shipped)),
                    what);
        } catch (AssertionFailedError late) {
            hanging.add(what);
        } catch (Throwable crash) {
            crashed.add(crash + " at " + what);
        }
    }

    private void judge(Mutation mutation, List<Finding> findings, String what) {
        boolean refused = findings.stream().anyMatch(Finding::isError);
        accepted += refused ? 0 : 1;
        if (findings.stream().anyMatch(finding -> finding.rule().equals(Rule.FILE_UNREADABLE.code()))) {
            crashed.add(what);
        }
        if (mutation.hostile() && !refused) {
            through.add(what);
        }
    }

    private static String text(Mutation mutation) {
        return mutation.name() + "\n" + new String(mutation.content(), StandardCharsets.UTF_8);
    }

    /** Or the proof would prove nothing. */
    private static void touchTheTrap() throws Exception {
        Class.forName("id.semai.check.Trap");
        assertThat(System.clearProperty(Trap.SPRUNG)).isEqualTo("loaded");
    }
}
