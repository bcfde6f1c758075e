package id.semai.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries letters over one channel, each once.
 *
 * <p>The lock on a letter's row is held while it is sent, and the outcome is committed with it: so no two nodes send the
 * same letter, and none is lost with a node. What a letter cannot be is part of the database's transaction: if a node,
 * or its database, dies between the other side's answer and the commit, or the answer itself is lost on the way, the
 * letter is sent again. That repetition bears the same id; the other choice would have been to lose letters instead.
 */
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);

    private final Channel channel;
    private final Letters letters;
    private final Wording wording;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();
    private boolean failing;

    Courier(Channel channel, Letters letters, Wording wording, TransactionTemplate transaction, Clock clock) {
        this.channel = channel;
        this.letters = letters;
        this.wording = wording;
        this.transaction = transaction;
        this.clock = clock;
    }

    String channel() {
        return channel.name();
    }

    /** Sends all that waits; a failure ends the round, since the next letter would most likely fare no better. */
    void round() {
        while (Boolean.TRUE.equals(transaction.execute(status -> carryOne()))) {
            LOG.debug("One more over {}", channel());
        }
    }

    long sent() {
        return sent.get();
    }

    long failures() {
        return failures.get();
    }

    long givenUp() {
        return givenUp.get();
    }

    /** Whether to go on. */
    private boolean carryOne() {
        return letters.take(channel(), clock.instant()).map(this::carry).orElse(false);
    }

    private boolean carry(Letter letter) {
        List<Notice> notices = letters.notices(letter);
        if (notices.isEmpty()) {
            letters.end(letter, "needless", clock.instant());
            return true;
        }
        try {
            channel.send(letter, wording.of(notices));
        } catch (RuntimeException failure) {
            failed(letter, failure);
            return false;
        }
        letters.end(letter, "sent", clock.instant());
        sent.incrementAndGet();
        if (failing) {
            failing = false;
            LOG.info("Letters over {} arrive again", channel());
        }
        return true;
    }

    private void failed(Letter letter, RuntimeException failure) {
        failures.incrementAndGet();
        Instant now = clock.instant();
        if (now.isAfter(letter.writtenAt().plus(GIVE_UP_AFTER))) {
            letters.end(letter, "given-up", now);
            givenUp.incrementAndGet();
            LOG.warn(
                    "Letter {} to {} over {} is given up after {} tries in a day: {}",
                    letter.id(),
                    letter.person(),
                    channel(),
                    letter.tries() + 1,
                    reason(failure));
            return;
        }
        letters.tryAgain(letter, now.plus(pause(letter.tries())));
        if (!failing) {
            failing = true;
            LOG.warn(
                    "Letter {} to {} over {} did not arrive; it and those behind it are tried again for a day: {}",
                    letter.id(),
                    letter.person(),
                    channel(),
                    reason(failure));
        }
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Mail servers name addresses in their refusals; they are nobody's business in a log. */
    private static String reason(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).toString().replaceAll("[^\\s<]+@[^\\s>]+", "…");
    }
}
