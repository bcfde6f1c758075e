package id.semai.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far each row of the plan has come: one entry a row, in the plan's order. */
record ProgressRows() implements Field {

    private static final String KEY = "progressRows";
    private static final String LABEL = "Kemajuan setiap kegiatan";
    private static final String PROGRESS = "Kemajuan (%)";
    private static final Rows ROWS = new Rows(
            KEY,
            LABEL,
            1,
            List.of(
                    new Question(whole("row", "Nomor kegiatan", 1, Rows.MOST), true),
                    new Question(whole("progress", PROGRESS, 0, 100), true),
                    new Question(new Text("obstacle", "Hambatan", 0, 500), false),
                    new Question(new Text("solution", "Solusi", 0, 500), false)));

    static Form form() {
        List<Question> questions = List.of(
                new Question(new ProgressRows(), true),
                new Question(new Text("summary", "Ringkasan kemajuan", 10, 2000), true),
                new Question(new Choice("decision", "Keadaan pelaksanaan", Options.of("finished", "ongoing")), true));
        return new Form("lab-progress", questions, Set.of(), Set.of(PlanRows.KEY));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Object nothing() {
        return List.of();
    }

    @Override
    public Object read(Object raw, Answers answers) {
        Map<Integer, Map<String, Object>> byRow = new TreeMap<>();
        for (Map<String, Object> entry : ROWS.read(raw, answers)) {
            int row = (Integer) entry.get("row");
            if (byRow.put(row, entry) != null) {
                throw ROWS.refuse(row, Sentences.twice("Nomor kegiatan"));
            }
        }
        if (byRow.isEmpty()) {
            return nothing();
        }
        requireEveryRow(byRow, answers);
        if ("finished".equals(answers.raw("decision"))) {
            byRow.forEach(ProgressRows::requireReason);
        }
        return List.copyOf(byRow.values());
    }

    private static void requireEveryRow(Map<Integer, Map<String, Object>> byRow, Answers answers) {
        if (!(answers.known(PlanRows.KEY) instanceof List<?> plan) || plan.isEmpty()) {
            return;
        }
        for (int row = 1; row <= plan.size(); row++) {
            if (!byRow.containsKey(row)) {
                throw ROWS.refuse(row, Sentences.required(PROGRESS));
            }
        }
        for (int row : byRow.keySet()) {
            if (row > plan.size()) {
                throw ROWS.refuse(row, Sentences.noOption("Nomor kegiatan", String.valueOf(row)));
            }
        }
    }

    /** What is left undone when the work is called finished needs a word about it. */
    private static void requireReason(int row, Map<String, Object> entry) {
        if ((Integer) entry.get("progress") < 100 && entry.get("solution") == null) {
            throw ROWS.refuse(row, Sentences.required("Solusi"));
        }
    }

    private static Amount whole(String key, String label, int min, int max) {
        return new Amount(key, label, true, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }
}
