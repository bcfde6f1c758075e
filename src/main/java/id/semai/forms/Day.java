package id.semai.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A date, stored as the text that form-js sends: {@code 2026-08-17}. */
record Day(String key, String label) implements Field {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public Object read(Object raw, Answers answers) {
        if (parse(raw) == null) {
            throw new RefusedSubmission(key, Sentences.noDate(label));
        }
        return raw;
    }

    /** @return null for what is no date of the calendar */
    static LocalDate parse(Object raw) {
        if (!(raw instanceof String text)
                || text.length() != 10
                || !SHAPE.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }
}
