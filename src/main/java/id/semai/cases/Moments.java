package id.semai.cases;

import id.semai.stage.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times and spans as people of one zone read them. */
class Moments {

    private final ZoneId zone;
    private final Instant now;

    Moments(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    public String day(Instant time) {
        return Times.day(time, zone);
    }

    public String moment(Instant time) {
        return Times.moment(time, zone);
    }

    /** As the attribute {@code datetime} takes it. */
    public String iso(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone).withNano(0));
    }

    public boolean isPast(Instant time) {
        return time.isBefore(now);
    }

    /** How long it took, or has been taking until now. */
    public String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to == null ? now : to);
        if (span.toDays() > 0) {
            return span.toDays() + " hari";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " jam";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " menit" : "kurang dari 1 menit";
    }
}
