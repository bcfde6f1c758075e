package id.semai.messages;

import id.semai.messages.MessageSettings.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people of their tasks, beside the engine and never in its way: it looks at what is committed, writes letters,
 * and has a courier for each channel. Without a channel it does nothing at all.
 */
class Messenger implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final MessageSettings settings;
    private final News news;
    private final List<Courier> couriers;
    private final List<String> channels;
    private final WorkingMornings mornings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant cleanedAt = Instant.EPOCH;
    private volatile ScheduledExecutorService rounds;

    Messenger(
            MessageSettings settings, News news, List<Courier> couriers, TransactionTemplate transaction, Clock clock) {
        this.settings = settings;
        this.news = news;
        this.couriers = couriers;
        this.channels = couriers.stream().map(Courier::channel).toList();
        this.mornings = new WorkingMornings(settings.digestAt(), settings.holidays());
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes the letters that are due, all of them or, if another node is about it, none. */
    void look() {
        transaction.executeWithoutResult(status -> {
            if (news.isOurs()) {
                look(clock.instant());
            }
        });
    }

    private void look(Instant now) {
        news.note(now, settings.daysBefore(), channels);
        if (settings.mode() == Mode.AT_ONCE) {
            news.write(now);
        } else {
            writeDigests(now);
        }
        if (now.isAfter(cleanedAt.plus(BETWEEN_CLEANINGS))) {
            news.forget(now);
            cleanedAt = now;
        }
    }

    private void writeDigests(Instant now) {
        List<String> begun = news.zones().stream()
                .filter(zone -> mornings.isNow(now, zone))
                .map(ZoneId::getId)
                .toList();
        if (!begun.isEmpty()) {
            news.writeDigests(now, begun);
        }
    }

    List<Courier> couriers() {
        return couriers;
    }

    @Override
    public void start() {
        if (couriers.isEmpty()) {
            return;
        }
        CustomizableThreadFactory threads = new CustomizableThreadFactory("messages-");
        threads.setDaemon(true);
        rounds = new ScheduledThreadPoolExecutor(1 + couriers.size(), threads);
        List<Runnable> all = new ArrayList<>(List.of(this::look));
        couriers.forEach(courier -> all.add(courier::round));
        all.forEach(round -> rounds.scheduleWithFixedDelay(
                new Survivor(round), 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS));
        LOG.info("Messages go out over {}, {}", channels, settings.mode());
    }

    /** A letter under way is finished if it can be within seconds; else it is sent by whoever finds it next. */
    @Override
    public void stop() {
        if (rounds == null) {
            return;
        }
        rounds.shutdown();
        try {
            rounds.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatience) {
            Thread.currentThread().interrupt();
        }
        rounds.shutdownNow();
        rounds = null;
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    /** Comes round again whatever happens, and tells of a trouble once. */
    private static class Survivor implements Runnable {

        private final Runnable round;
        private boolean troubled;

        Survivor(Runnable round) {
            this.round = round;
        }

        @Override
        public void run() {
            try {
                round.run();
                troubled = false;
            } catch (RuntimeException trouble) {
                if (!troubled) {
                    LOG.warn("A round of messages was broken off; it comes again by itself", trouble);
                }
                troubled = true;
            }
        }
    }
}
