package id.semai.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a table: lists of objects with the same members. A refusal names the row, counted from 1.
 *
 * @param fewest only said, beside the most; the form's own rules ask for it
 */
record Rows(String key, String label, int fewest, List<Question> columns) {

    static final int MOST = 60;

    List<Map<String, Object>> read(Object raw, Answers answers) {
        if (!(raw instanceof List<?> list)) {
            throw new RefusedSubmission(key, Sentences.noList(label));
        }
        if (list.size() > MOST) {
            throw new RefusedSubmission(key, Sentences.rowCount(label, fewest, MOST));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : list) {
            rows.add(read(rows.size() + 1, row, answers));
        }
        return rows;
    }

    RefusedSubmission refuse(int number, String sentence) {
        return new RefusedSubmission(key, Sentences.inRow(number, sentence));
    }

    private Map<String, Object> read(int number, Object row, Answers answers) {
        try {
            Answers cells = new Answers(columns, cells(row), Map.of(), answers.today());
            Map<String, Object> values = new LinkedHashMap<>();
            columns.forEach(column -> values.put(column.key(), column.answer(cells)));
            return values;
        } catch (RefusedSubmission cell) {
            throw refuse(number, cell.getMessage());
        }
    }

    private Map<String, Object> cells(Object row) {
        if (!(row instanceof Map<?, ?> members)) {
            throw new RefusedSubmission(key, Sentences.noList(label));
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        members.forEach((member, value) -> cells.put(known(String.valueOf(member)), value));
        return cells;
    }

    private String known(String member) {
        if (columns.stream().noneMatch(column -> column.key().equals(member))) {
            throw new RefusedSubmission(key, Sentences.noField(member));
        }
        return member;
    }
}
