package id.semai.chaos;

import id.semai.journal.FaultPoint;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.TimeoutException;

/** The fault points of a node: at the one that is armed it says so and waits for what shall happen. */
final class Points implements FaultPoint.Listener {

    private final Consumer<String> say;
    /** Keeps an answer that comes before the relay listens, as after a thaw, whatever is armed next meanwhile. */
    private final BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();

    private volatile FaultPoint armed;

    Points(Consumer<String> say) {
        this.say = say;
    }

    void arm(String point) {
        armed = point.equals("NONE") ? null : FaultPoint.valueOf(point);
    }

    /** @param lose whether the relay shall never learn how what it just did has ended */
    void release(boolean lose) {
        answers.offer(lose);
    }

    @Override
    public void reach(FaultPoint point) {
        if (point != armed) {
            return;
        }
        armed = null;
        answers.clear();
        say.accept("AT " + point);
        try {
            if (answers.take()) {
                throw new TimeoutException("The answer is lost");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
