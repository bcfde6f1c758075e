package id.semai.dashboardpages;

import id.semai.figures.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The board by one filter, as everybody with the same sight sees it: computed at most twice a second, however many look.
 */
class Showing {

    private static final long REST = Duration.ofMillis(500).toNanos();
    /** What is overdue and how old something is change with time alone. */
    private static final long STALE = Duration.ofSeconds(60).toNanos();

    private final Subject subject;
    private final Source source;
    private final LongSupplier nanos;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

    private volatile Picture picture =
            Picture.first(UUID.randomUUID().toString().substring(0, 8));
    private volatile long used;
    private long told;
    private Object drawn;
    private long drawnAt;

    Showing(Subject subject, Source source, LongSupplier nanos) {
        this.subject = subject;
        this.source = source;
        this.nanos = nanos;
        this.used = nanos.getAsLong();
    }

    /** The newest picture that may be had without drawing more often than it is worth. */
    Picture picture() {
        used = nanos.getAsLong();
        refresh();
        return picture;
    }

    /** Whether there is a picture that the viewers have not been told of, whoever had it drawn. */
    synchronized boolean hasNews() {
        refresh();
        boolean news = picture.number() > told;
        told = picture.number();
        return news;
    }

    /** Draws anew if there is something new and the last time is long enough ago. */
    private synchronized void refresh() {
        long now = nanos.getAsLong();
        Object present = source.state();
        boolean idle = present.equals(drawn) && now - drawnAt < STALE;
        if (drawn == null || !idle && now - drawnAt >= REST) {
            picture = picture.next(source.panels(subject));
            drawn = present;
            drawnAt = nanos.getAsLong();
        }
    }

    /** Without looking whether there is something newer. */
    Picture last() {
        return picture;
    }

    Set<Viewer> viewers() {
        return viewers;
    }

    /** When somebody last asked for it. */
    long used() {
        return used;
    }

    boolean isForgotten(Duration after) {
        return viewers.isEmpty() && nanos.getAsLong() - used > after.toNanos();
    }

    /** What is looked at, and by whose eyes. */
    record Subject(Filter filter, Sight sight) {

        /**
         * @throws Refusal for whom nothing is to be seen, and who sees figures only and asks for those of a single unit or
         *     of the few in a kecamatan
         */
        static Subject of(Sight sight, HttpServletRequest request) {
            if (sight.isNothing()) {
                throw Refusal.nobody();
            }
            Filter filter = Question.filter(request);
            if (!sight.details() && (filter.unit() != null || filter.district() != null)) {
                throw Refusal.unknown();
            }
            return new Subject(filter, sight);
        }
    }

    /** What there is to be drawn. */
    interface Source {

        /** Equal as long as nothing has changed but the time. */
        Object state();

        /** As JSON, by name. */
        Map<String, byte[]> panels(Subject subject);
    }
}
