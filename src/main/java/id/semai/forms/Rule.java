package id.semai.forms;

import java.time.LocalDate;
import java.util.List;

/** A rule that looks beyond its own field. Written as custom properties of the component, so Modeler can edit it. */
interface Rule {

    void check(Field field, Object value, Answers answers);

    /** The rule holds only then; null: always. */
    Feel onlyIf();

    /** @param reference {@code today}, or the key of another date */
    record NotBefore(String reference, Feel onlyIf) implements Rule {

        @Override
        public void check(Field field, Object value, Answers answers) {
            LocalDate day = Day.parse(value);
            LocalDate earliest = reference.equals("today") ? answers.today() : answers.day(reference);
            if (day == null || earliest == null || !day.isBefore(earliest)) {
                return;
            }
            if (onlyIf == null || answers.hold(onlyIf)) {
                throw new RefusedSubmission(field.key(), Sentences.tooEarly(field.label(), earliest));
            }
        }
    }

    /** At least one of these fields is filled in. */
    record OneOf(List<String> keys, Feel onlyIf, String sentence) implements Rule {

        @Override
        public void check(Field field, Object value, Answers answers) {
            if ((onlyIf == null || answers.hold(onlyIf)) && keys.stream().noneMatch(key -> filled(answers.raw(key)))) {
                throw new RefusedSubmission(field.key(), sentence);
            }
        }

        private static boolean filled(Object raw) {
            if (raw instanceof String text) {
                return !text.isBlank();
            }
            if (raw instanceof List<?> list) {
                return !list.isEmpty();
            }
            return raw != null && !Boolean.FALSE.equals(raw);
        }
    }
}
