package id.semai.forms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The activities of an action plan. They must be complete to be handed in; on the way back to the header they are kept
 * as they are, so that nothing typed is lost.
 */
record PlanRows() implements Field {

    static final String KEY = "planRows";

    private static final String LABEL = "Kegiatan rencana aksi";
    private static final Map<String, String> PHASES = Map.of(
            "preparation", "Persiapan",
            "implementation", "Pelaksanaan",
            "monitoring", "Pemantauan (monitoring)",
            "evaluation", "Evaluasi");
    private static final List<String> ORDER = List.of("preparation", "implementation", "monitoring", "evaluation");
    private static final Rows COMPLETE = new Rows(KEY, LABEL, ORDER.size(), columns(true));
    private static final Rows DRAFT = new Rows(KEY, LABEL, 0, columns(false));

    static Form form() {
        Options decisions = Options.of("submit", "back", "withdraw");
        List<Question> questions = List.of(
                new Question(new PlanRows(), false),
                new Question(new Choice("decision", "Langkah berikutnya", decisions), true),
                new Question(
                        new Text("reason", "Alasan penarikan", 10, 2000), true, new Feel("decision != \"withdraw\"")));
        return new Form("action-plan-rows", questions, Set.of(), Set.of(KEY));
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
    public Object absent(Answers answers) {
        if (handedIn(answers)) {
            throw refuse(Sentences.required(LABEL));
        }
        return answers.known(KEY) instanceof List<?> kept ? kept : nothing();
    }

    @Override
    public Object read(Object raw, Answers answers) {
        if (!handedIn(answers)) {
            return DRAFT.read(raw, answers);
        }
        List<Map<String, Object>> rows = COMPLETE.read(raw, answers);
        if (rows.isEmpty()) {
            throw refuse(Sentences.required(LABEL));
        }
        ORDER.forEach(phase -> requireActivity(phase, rows));
        return rows;
    }

    private static boolean handedIn(Answers answers) {
        return "submit".equals(answers.raw("decision"));
    }

    private static void requireActivity(String phase, List<Map<String, Object>> rows) {
        if (rows.stream().noneMatch(row -> Objects.equals(phase, row.get("phase")))) {
            throw refuse(Sentences.noActivity(PHASES.get(phase)));
        }
    }

    private static RefusedSubmission refuse(String sentence) {
        return new RefusedSubmission(KEY, sentence);
    }

    private static List<Question> columns(boolean complete) {
        Options phases = Options.of(ORDER.toArray(String[]::new));
        return List.of(
                new Question(new Choice("phase", "Tahap", phases), complete),
                text("activity", "Kegiatan", 3, 300, complete),
                text("executor", "Pelaksana (jabatan)", 2, 200, complete),
                text("output", "Keluaran", 2, 300, complete),
                text("method", "Metode", 2, 300, complete),
                new Question(new Months("months", "Rencana waktu"), complete));
    }

    private static Question text(String key, String label, int min, int max, boolean complete) {
        return new Question(new Text(key, label, complete ? min : 0, max), complete);
    }
}
