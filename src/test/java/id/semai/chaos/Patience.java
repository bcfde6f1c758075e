package id.semai.chaos;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waiting, with a bound. */
final class Patience {

    private Patience() {}

    static void await(String what, Duration atMost, BooleanSupplier condition) {
        if (!within(atMost, condition)) {
            throw new AssertionError(what + ": not within " + atMost.toSeconds() + " s");
        }
    }

    static boolean within(Duration atMost, BooleanSupplier condition) {
        try {
            Awaitility.await()
                    .atMost(atMost)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(condition::getAsBoolean);
            return true;
        } catch (ConditionTimeoutException late) {
            return false;
        }
    }
}
