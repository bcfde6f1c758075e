package id.semai.forms;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field at its place in a form.
 *
 * @param hides conditions of its own and of the groups around it: while one holds, it is not asked
 */
record Question(Field field, boolean required, List<Feel> hides, List<Rule> rules) {

    Question(Field field, boolean required, Feel... hides) {
        this(field, required, List.of(hides), List.of());
    }

    String key() {
        return field.key();
    }

    boolean hidden(Answers answers) {
        return hides.stream().anyMatch(answers::hold);
    }

    /** @return what is stored; {@link Field#nothing()} while the field is hidden or left empty */
    Object answer(Answers answers) {
        if (hidden(answers)) {
            return field.nothing();
        }
        Object raw = answers.raw(key());
        Object value = raw == null ? field.absent(answers) : field.read(raw, answers);
        if (required && isNothing(value)) {
            throw new RefusedSubmission(key(), Sentences.required(field.label()));
        }
        rules.forEach(rule -> rule.check(field, value, answers));
        return value;
    }

    List<Feel> conditions() {
        return Stream.concat(hides.stream(), rules.stream().map(Rule::onlyIf).filter(Objects::nonNull))
                .toList();
    }

    private boolean isNothing(Object value) {
        return value == null || value.equals(field.nothing());
    }
}
