package id.semai.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and points in time as people of one zone read them; the zone is named wherever there is an hour. */
public final class Times {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", INDONESIAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'pukul' HH.mm zzz", INDONESIAN);

    private Times() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String day(Instant time, ZoneId zone) {
        return DAY.format(time.atZone(zone));
    }

    public static String moment(Instant time, ZoneId zone) {
        return MOMENT.format(time.atZone(zone));
    }
}
