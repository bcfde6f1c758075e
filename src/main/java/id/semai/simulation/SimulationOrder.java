package id.semai.simulation;

import id.semai.terminal.CommandFailure;
import id.semai.terminal.CommandLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * What is to be simulated.
 *
 * @param until the day before which it ends
 * @param pace how many times faster than in reality; 0 for as fast as possible
 */
record SimulationOrder(
        boolean country, int units, int innovations, int months, long seed, double pace, LocalDate until, Path folder) {

    static final Set<String> VALUES =
            Set.of("government", "units", "innovations", "months", "seed", "pace", "until", "into");
    static final Set<String> FLAGS = Set.of("country", "help");

    /** In which national days begin. */
    static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    private static final Duration STEP_OF_COUNTRY = Duration.ofMinutes(10);
    private static final String ONLY_GOVERNMENT = "sumbawa";

    /** @throws CommandFailure naming what cannot be */
    static SimulationOrder of(CommandLine line, LocalDate today) {
        String government = line.one("government");
        boolean country = line.has("country");
        if (country == (government != null)) {
            throw new CommandFailure(
                    "Sebutkan salah satu: --government sumbawa untuk satu pemerintah daerah, atau --country untuk"
                            + " seluruh negeri.");
        }
        if (!country && !ONLY_GOVERNMENT.equals(government)) {
            throw new CommandFailure("Pemerintah daerah «" + government + "» tidak dikenal simulasi; yang ada: "
                    + ONLY_GOVERNMENT + ".");
        }
        int innovations =
                whole(line, "innovations", country ? Habits.COUNTRY_INNOVATIONS : Habits.LAB_IDEAS, 1, 1_000_000);
        int units = country
                ? (int) ((long) innovations * Habits.LAB_UNITS / Habits.LAB_IDEAS)
                : whole(line, "units", Habits.LAB_UNITS, 2, 1_000);
        if (country && line.one("units") != null) {
            throw new CommandFailure("--units hanya untuk satu pemerintah daerah.");
        }
        return new SimulationOrder(
                country,
                units,
                innovations,
                whole(line, "months", 6, 1, 60),
                number(line, "seed", 2016).longValue(),
                pace(line),
                day(line, today),
                folder(line, country));
    }

    /** How finely time goes by: what hundreds of governments do is crowded enough to be done by many at once. */
    Duration step() {
        return country ? STEP_OF_COUNTRY : Duration.ofMinutes(1);
    }

    Instant begin() {
        return until.minusMonths(months).atStartOfDay(NATIONAL).toInstant();
    }

    Instant end() {
        return until.atStartOfDay(NATIONAL).toInstant();
    }

    private static Path folder(CommandLine line, boolean country) {
        String given = line.one("into");
        String usual = "data/simulasi-" + (country ? "negara" : ONLY_GOVERNMENT);
        return Path.of(given == null ? usual : given).toAbsolutePath().normalize();
    }

    private static LocalDate day(CommandLine line, LocalDate today) {
        String given = line.one("until");
        try {
            LocalDate day = given == null ? today : LocalDate.parse(given);
            if (day.isAfter(today)) {
                throw new CommandFailure("--until " + given + " belum tiba: simulasi berakhir paling lambat hari ini.");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new CommandFailure("--until «" + given + "» bukan tanggal seperti 2026-11-24.");
        }
    }

    private static double pace(CommandLine line) {
        double pace = number(line, "pace", 0).doubleValue();
        if (pace < 0) {
            throw new CommandFailure("--pace harus lebih dari nol: berapa kali lebih cepat daripada kenyataan.");
        }
        return pace;
    }

    private static int whole(CommandLine line, String name, int otherwise, int least, int most) {
        long number = number(line, name, otherwise).longValue();
        if (number < least || number > most) {
            throw new CommandFailure("--" + name + " " + number + " di luar " + least + " sampai " + most + ".");
        }
        return (int) number;
    }

    private static Number number(CommandLine line, String name, long otherwise) {
        String given = line.one(name);
        try {
            return given == null
                    ? otherwise
                    : given.contains(".") ? (Number) Double.valueOf(given) : Long.valueOf(given);
        } catch (NumberFormatException e) {
            throw new CommandFailure("--" + name + " «" + given + "» bukan angka.");
        }
    }
}
