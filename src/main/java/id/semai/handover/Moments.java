package id.semai.handover;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as they are read in a unit's zone, which is named. */
final class Moments {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'pukul' HH.mm z", Locale.forLanguageTag("id-ID"));

    private Moments() {}

    static String of(Instant time, ZoneId zone) {
        return FORMAT.format(time.atZone(zone));
    }
}
