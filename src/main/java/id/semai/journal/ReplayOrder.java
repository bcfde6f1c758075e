package id.semai.journal;

import id.semai.terminal.CommandFailure;
import id.semai.terminal.CommandLine;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Set;

/**
 * What is to be published again, and where.
 *
 * @param to receives the events; null if only states are asked for
 * @param statesTo receives the latest states; null if only events are asked for
 * @param since the time of the first event; null for all
 * @param innovations empty for all
 */
record ReplayOrder(String to, String statesTo, OffsetDateTime since, List<String> innovations, boolean append) {

    static final Set<String> VALUES = Set.of("to", "states-to", "since", "innovation");
    static final Set<String> FLAGS = Set.of("append", "help");

    private static final String TOPIC_NAME = "[A-Za-z0-9._-]{1,249}";
    private static final DateTimeFormatter DATE_AND_PERHAPS_MORE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]");

    /** @throws CommandFailure saying what is wrong with it */
    static ReplayOrder of(CommandLine line, JournalSettings.Topics live) {
        ReplayOrder order = new ReplayOrder(
                line.one("to"),
                line.one("states-to"),
                since(line.one("since")),
                line.all("innovation"),
                line.has("append"));
        if (order.to == null && order.statesTo == null) {
            throw new CommandFailure("Sebutkan topik tujuan: replay --to <topik>.");
        }
        requireOwn(order.to, live);
        requireOwn(order.statesTo, live);
        if (order.to != null && order.to.equals(order.statesTo)) {
            throw new CommandFailure("--to dan --states-to menyebut topik yang sama: berikan dua topik yang berbeda.");
        }
        return order;
    }

    private static void requireOwn(String topic, JournalSettings.Topics live) {
        if (topic == null) {
            return;
        }
        if (!topic.matches(TOPIC_NAME) || topic.matches("\\.{1,2}") || topic.startsWith("__")) {
            throw new CommandFailure(
                    "«" + topic + "» bukan nama topik: pakai huruf, angka, titik, garis bawah dan tanda"
                            + " hubung, paling panjang 249 huruf.");
        }
        if (live.names().contains(topic)) {
            throw new CommandFailure("Topik " + topic + " sedang dipakai Semai, yang menjanjikan setiap peristiwa di"
                    + " sana satu kali saja: pilih topik lain.");
        }
    }

    private static OffsetDateTime since(String text) {
        if (text == null) {
            return null;
        }
        try {
            TemporalAccessor time =
                    DATE_AND_PERHAPS_MORE.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof OffsetDateTime exact) {
                return exact;
            }
            LocalDateTime local = time instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) time;
            return local.atZone(ZoneId.systemDefault()).toOffsetDateTime();
        } catch (DateTimeParseException nonsense) {
            throw new CommandFailure("--since «" + text
                    + "» bukan tanggal: tulis seperti 2026-11-24, 2026-11-24T08:00 atau 2026-11-24T08:00+08:00.");
        }
    }
}
