package id.semai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked only sometimes, and what one answer asks of another. */
class RulesTest {

    private final SampleForms forms = new SampleForms();

    static Stream<Arguments> askedOnlyThen() {
        return Stream.of(
                arguments("signing-followup", Map.of("decision", "extend"), "signingDueAt", "Batas waktu baru"),
                arguments("commitment-sign", Map.of("decision", "decline"), "reason", "Alasan"),
                arguments("commitment-verify", Map.of("decision", "return"), "note", "Catatan perbaikan"),
                arguments("lab-diagnose", Map.of("sameTeam", "no"), "handover", "Serah terima"),
                arguments("lab-review", Map.of("decision", "return"), "note", "Catatan"),
                arguments("lab-review", Map.of("decision", "propose-stop"), "note", "Catatan"),
                arguments("trial-evaluation", Map.of("decision", "repeat"), "note", "Catatan"),
                arguments("trial-evaluation", Map.of("decision", "redesign"), "note", "Catatan"),
                arguments("trial-evaluation", Map.of("decision", "propose-stop"), "note", "Catatan"),
                arguments("adoption-decision", Map.of("decision", "return"), "note", "Catatan"),
                arguments("adoption-decision", Map.of("decision", "stop"), "note", "Catatan"),
                arguments(
                        "adoption-decision",
                        Map.of("instrument", "perda"),
                        "overrideReason",
                        "Alasan memilih produk hukum lain"),
                arguments("results-verification", Map.of("decision", "return"), "note", "Catatan"),
                arguments("action-plan-rows", Map.of("decision", "withdraw"), "reason", "Alasan penarikan"));
    }

    @ParameterizedTest
    @MethodSource("askedOnlyThen")
    void anAnswerAsksForMore(String id, Map<String, Object> answers, String field, String label) {
        refused(id, answers, field, "Isian «" + label + "» wajib diisi.");
    }

    @ParameterizedTest
    @MethodSource("askedOnlyThen")
    void whatIsNotAskedIsDroppedHoweverItLooks(String id, Map<String, Object> answers, String field) {
        assertThat(forms.acceptWith(id, Map.of(field, List.of("x".repeat(5000)))))
                .containsEntry(field, null);
    }

    @Test
    void aUnitThatDeclinesPromisesNothing() {
        Map<String, Object> declined = forms.acceptWith(
                "commitment-sign", Map.of("decision", "decline", "reason", "Tenaga belum cukup tahun ini."));
        assertThat(declined).containsEntry("focus", null).containsEntry("documentDate", null);
    }

    @Test
    void aTitleNeverAskedForIsNoPartOfTheForm() {
        refused("commitment-sign", Map.of("title", "x"), "title", "Isian «title» tidak ada pada formulir ini.");
    }

    /** The parser's time doubles with every bracket that is left open. */
    @Test
    void whatWouldTakeTheParserLongIsNoExpression() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatIllegalArgumentException()
                .isThrownBy(() -> new Feel("=" + "(".repeat(60) + "1"))
                .withMessageContaining("kurung bertingkat"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Feel("a".repeat(1001)));
    }

    static Stream<Arguments> tooEarly() {
        return Stream.of(
                arguments(
                        "workshop-plan", Map.of("eventDate", "2026-11-23"), "Tanggal pelaksanaan", "24 November 2026"),
                arguments(
                        "workshop-plan",
                        Map.of("signingDueAt", "2099-12-04"),
                        "Batas waktu penandatanganan komitmen",
                        "5 Desember 2099"),
                arguments(
                        "workshop-attendance",
                        Map.of("eventDate", "2016-12-05", "decision", "postponed"),
                        "Tanggal pelaksanaan atau tanggal pengganti",
                        "24 November 2026"),
                arguments(
                        "signing-followup",
                        Map.of("signingDueAt", "2026-11-23", "decision", "extend"),
                        "Batas waktu baru",
                        "24 November 2026"),
                arguments(
                        "plan-followup",
                        Map.of("agreedDate", "2026-11-23"),
                        "Tanggal yang disepakati",
                        "24 November 2026"),
                arguments("trial-report", Map.of("trialEnd", "2016-12-04"), "Selesai", "5 Desember 2016"));
    }

    @ParameterizedTest
    @MethodSource("tooEarly")
    void aDateIsNotBeforeAnother(String id, Map<String, Object> answers, String label, String earliest) {
        assertThatExceptionOfType(RefusedSubmission.class)
                .isThrownBy(() -> forms.acceptWith(id, answers))
                .withMessage("«" + label + "» tidak boleh sebelum " + earliest + ".");
    }

    @Test
    void todayIsEarlyEnough() {
        String today = SampleForms.TODAY.toString();
        assertThat(forms.acceptWith("plan-followup", Map.of("agreedDate", today)))
                .containsEntry("agreedDate", today);
        assertThat(forms.acceptWith("workshop-plan", Map.of("eventDate", today, "signingDueAt", today)))
                .containsEntry("signingDueAt", today);
    }

    @Test
    void aWorkshopHeldInThePastIsNoPostponedOne() {
        assertThat(forms.acceptWith("workshop-attendance", Map.of("eventDate", "2016-12-05")))
                .containsEntry("eventDate", "2016-12-05");
    }

    static Stream<Arguments> needsAWord() {
        String notes = "Isi paling sedikit satu catatan agar tim tahu apa yang diperbaiki.";
        String gaps = "Isi paling sedikit satu catatan bila ada kriteria yang tidak dicentang.";
        return Stream.of(
                arguments("plan-approval", Map.of("decision", "return"), "decision", notes),
                arguments("plan-advice", Map.of("advice", "improve"), "advice", notes),
                arguments("plan-review", Map.of("isNew", false), "isNew", gaps),
                arguments("plan-review", Map.of("withinAuthority", false), "isNew", gaps),
                arguments("plan-review", Map.of("isReplicable", false, "noteGoal", "  "), "isNew", gaps));
    }

    @ParameterizedTest
    @MethodSource("needsAWord")
    void whatIsSentBackNeedsAtLeastOneNote(String id, Map<String, Object> answers, String field, String sentence) {
        refused(id, answers, field, sentence);
        Map<String, Object> noted = new HashMap<>(answers);
        noted.put("noteRows", "Tambahkan pemantauan.");
        assertThat(forms.acceptWith(id, noted)).containsEntry("noteRows", "Tambahkan pemantauan.");
    }

    @Test
    void aPlanNamesAtLeastOneNovelty() {
        refused(
                "action-plan-header",
                Map.of("brandNew", false),
                "brandNew",
                "Centang paling sedikit satu bentuk kebaruan.");
        assertThat(forms.acceptWith("action-plan-header", Map.of("brandNew", false, "adapts", true)))
                .containsEntry("adapts", true);
    }

    @Test
    void theSuggestedInstrumentNeedsNoReason() {
        assertThat(forms.acceptWith("adoption-decision", Map.of("overrideReason", "x")))
                .containsEntry("overrideReason", null)
                .containsEntry("instrument", "decree");
    }

    @Test
    void onlyUnitsThatHaveNotDecidedSignOnPaper() {
        refused(
                "signing-record",
                Map.of("paperUnits", List.of("sumbawa.alas", "dikbud")),
                "paperUnits",
                "Perangkat daerah «dikbud» tidak dikenal.");
        assertThat(forms.acceptWith("signing-record", Map.of("paperUnits", List.of("sumbawa.alas"))))
                .containsEntry("paperUnits", List.of("sumbawa.alas"));
    }

    @Test
    void whatIsChosenTwiceIsChosenOnce() {
        assertThat(forms.acceptWith("workshop-plan", Map.of("unitKinds", List.of("school", "agency", "school"))))
                .containsEntry("unitKinds", List.of("school", "agency"));
    }

    @Test
    void aListThatWasNotFilledInIsAnEmptyList() {
        Map<String, Object> accepted = forms.accept("workshop-attendance", SampleForms.payload("workshop-attendance"));
        assertThat(accepted).containsEntry("attendedUnits", List.of()).containsEntry("participants", null);
    }

    @Test
    void countsAreWholeAndOtherNumbersStayAsTheyAre() {
        assertThat(forms.acceptWith("innovation-proposal", Map.of("cycleYear", 2026.0)))
                .containsEntry("cycleYear", 2026);
        assertThat(forms.acceptWith("trial-report", Map.of("qualityResult", 50.25)))
                .containsEntry("qualityResult", 50.25);
    }

    @Test
    void millionsOfChoicesAndKeysAreRefusedInNoTime() {
        String[] many = new String[1_000_000];
        Arrays.fill(many, "agency");
        assertThat(forms.acceptWith("workshop-plan", Map.of("unitKinds", Arrays.asList(many))))
                .containsEntry("unitKinds", List.of("agency"));
        Map<String, Object> keys = new HashMap<>();
        for (int i = 0; i < 1_000_000; i++) {
            keys.put("k" + i, "");
        }
        assertThatExceptionOfType(RefusedSubmission.class).isThrownBy(() -> forms.accept("plan-advice", keys));
    }

    @Test
    void aSentenceEchoesOnlyTheBeginning() {
        String endless = "a\nb" + "ж".repeat(1_000_000);
        assertThatExceptionOfType(RefusedSubmission.class)
                .isThrownBy(() -> forms.accept("plan-advice", Map.of(endless, 1)))
                .satisfies(refusal -> {
                    assertThat(refusal.getMessage()).hasSizeLessThan(120).startsWith("Isian «a bж");
                    assertThat(refusal.field()).hasSizeLessThan(70);
                });
    }

    @Test
    void rulesSayWhichVariablesTheyLookAt() {
        assertThat(forms.form("adoption-decision").reads()).contains("suggestedInstrument");
        assertThat(forms.form("signing-record").reads()).contains("openUnitOptions");
        assertThat(forms.form("lab-progress").reads()).contains("planRows");
    }

    private void refused(String id, Map<String, Object> answers, String field, String sentence) {
        assertThatExceptionOfType(RefusedSubmission.class)
                .isThrownBy(() -> forms.acceptWith(id, answers))
                .withMessage(sentence)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
