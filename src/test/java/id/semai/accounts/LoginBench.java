package id.semai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the time of a refusal tells which accounts there are: wrong passwords of an account that exists, of one that does
 * not and of another one that exists, in turn; the difference of the two that exist is the noise. With the quick hash of a
 * demo, in which a difference would show most. {@code mvn verify -Pbench -Dit.test=LoginBench}
 */
@EndToEnd
class LoginBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 1_000);
    private static final int WARM_UPS = 200;
    private static final String PATH = "/engine-rest/identity/groups";

    @Autowired
    Office office;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient database;

    @Test
    void refusals() {
        List<String> accounts = List.of(Accounts.make(identities), "tidak.ada", Accounts.make(identities));
        List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int turn = 0; turn < accounts.size(); turn++) {
                int which = Math.floorMod(round + turn, accounts.size());
                double millis = refusal(accounts.get(which));
                if (round >= 0) {
                    times.get(which).add(millis);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "logins: refused in ms, medians of %d: known %.3f, unknown %.3f, another known %.3f;"
                        + " unknown - known %s, another known - known %s%n",
                ROUNDS,
                quartile(times.get(0), 2),
                quartile(times.get(1), 2),
                quartile(times.get(2), 2),
                differences(times.get(1), times.get(0)),
                differences(times.get(2), times.get(0)));
    }

    private double refusal(String account) {
        Guest stranger = new Guest(office.url(""), Accounts.address());
        long began = System.nanoTime();
        int status = stranger.basic(account, "salah", PATH).status();
        double millis = (System.nanoTime() - began) / 1e6;
        assertThat(status).isEqualTo(401);
        database.sql("delete from semai.login_door").update();
        return millis;
    }

    private static String differences(List<Double> these, List<Double> those) {
        List<Double> differences = new ArrayList<>(IntStream.range(0, ROUNDS)
                .mapToObj(round -> these.get(round) - those.get(round))
                .toList());
        return String.format(
                Locale.ROOT,
                "%.3f (quartiles %.3f to %.3f)",
                quartile(differences, 2),
                quartile(differences, 1),
                quartile(differences, 3));
    }

    private static double quartile(List<Double> values, int which) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() * which / 4);
    }
}
