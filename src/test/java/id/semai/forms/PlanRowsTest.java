package id.semai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The activities of an action plan. */
class PlanRowsTest {

    private final SampleForms forms = new SampleForms();

    static Stream<Arguments> wrongCells() {
        return Stream.of(
                arguments("activity", null, "isian «Kegiatan» wajib diisi."),
                arguments("activity", "  ", "isian «Kegiatan» wajib diisi."),
                arguments("activity", "ab", "«Kegiatan» paling sedikit 3 karakter."),
                arguments("activity", "x".repeat(301), "«Kegiatan» paling banyak 300 karakter."),
                arguments("executor", "x".repeat(201), "«Pelaksana (jabatan)» paling banyak 200 karakter."),
                arguments("output", 5, "«Keluaran» harus berupa teks."),
                arguments("method", Map.of("x", List.of()), "«Metode» harus berupa teks."),
                arguments("phase", null, "isian «Tahap» wajib diisi."),
                arguments("phase", "lain", "pilihan «lain» tidak ada pada «Tahap»."),
                arguments("months", null, "isian «Rencana waktu» wajib diisi."),
                arguments("months", List.of(), "isian «Rencana waktu» wajib diisi."),
                arguments("months", "1", "«Rencana waktu» harus berupa daftar."),
                arguments("months", List.of(0), "«Rencana waktu» harus berupa angka 1–12."),
                arguments("months", List.of(1, 13), "«Rencana waktu» harus berupa angka 1–12."),
                arguments("months", List.of("1"), "«Rencana waktu» harus berupa angka 1–12."),
                arguments(
                        "months",
                        Collections.nCopies(100_000, 1),
                        "«Rencana waktu» tidak boleh memuat isian yang sama dua kali."),
                arguments("budget", 5, "isian «budget» tidak ada pada formulir ini."));
    }

    @ParameterizedTest
    @MethodSource("wrongCells")
    void aRefusalNamesTheRow(String cell, Object value, String sentence) {
        List<Map<String, Object>> rows = rows(4);
        rows.get(2).put(cell, value);
        refused(Map.of("planRows", rows), "Baris 3: " + sentence);
    }

    @Test
    void everyPhaseHasAnActivity() {
        List<Map<String, Object>> rows = rows(4);
        rows.get(3).put("phase", "preparation");
        refused(Map.of("planRows", rows), "Tahap «Evaluasi» paling sedikit berisi satu kegiatan.");
    }

    @Test
    void sixtyRowsAreEnough() {
        assertThat(forms.acceptWith("action-plan-rows", Map.of("planRows", rows(60))))
                .containsEntry("planRows", rows(60));
        refused(Map.of("planRows", rows(61)), "«Kegiatan rencana aksi» harus berisi 4–60 baris.");
    }

    @Test
    void aPlanIsHandedInWithRows() {
        refused(Map.of("planRows", List.of()), "Isian «Kegiatan rencana aksi» wajib diisi.");
        refused(Collections.singletonMap("planRows", null), "Isian «Kegiatan rencana aksi» wajib diisi.");
        refused(Map.of("planRows", "[]"), "«Kegiatan rencana aksi» harus berupa daftar.");
        refused(Map.of("planRows", List.of("x")), "Baris 1: «Kegiatan rencana aksi» harus berupa daftar.");
    }

    @Test
    void monthsAreKeptInTheirOrder() {
        List<Map<String, Object>> rows = rows(4);
        rows.get(0).put("months", List.of(12, 3.0, 1L));
        List<?> stored = (List<?>)
                forms.acceptWith("action-plan-rows", Map.of("planRows", rows)).get("planRows");
        assertThat(((Map<?, ?>) stored.get(0)).get("months")).isEqualTo(List.of(1, 3, 12));
    }

    @Test
    void whatIsUnfinishedIsKeptOnTheWayBack() {
        Map<String, Object> unfinished = new HashMap<>();
        unfinished.put("phase", "monitoring");
        unfinished.put("activity", "x");
        Map<String, Object> accepted =
                forms.acceptWith("action-plan-rows", Map.of("decision", "back", "planRows", List.of(unfinished)));
        assertThat((List<?>) accepted.get("planRows")).singleElement().satisfies(row -> assertThat((Map<?, ?>) row)
                .extracting("activity", "method", "months")
                .containsExactly("x", null, List.of()));
    }

    @Test
    void whatIsNotSentOnTheWayBackStaysAsItWas() {
        Map<String, Object> accepted = forms.accept("action-plan-rows", Map.of("decision", "back"));
        assertThat(accepted).containsEntry("planRows", SampleForms.known().get("planRows"));
        assertThat(forms.accept("action-plan-rows", Map.of("decision", "back"), Map.of()))
                .containsEntry("planRows", List.of());
    }

    @Test
    void evenADraftHasBounds() {
        refused(Map.of("decision", "back", "planRows", rows(61)), "«Kegiatan rencana aksi» harus berisi 0–60 baris.");
        List<Map<String, Object>> rows = rows(1);
        rows.get(0).put("activity", "x".repeat(301));
        refused(Map.of("decision", "back", "planRows", rows), "Baris 1: «Kegiatan» paling banyak 300 karakter.");
    }

    private void refused(Map<String, Object> changes, String sentence) {
        assertThatExceptionOfType(RefusedSubmission.class)
                .isThrownBy(() -> forms.acceptWith("action-plan-rows", changes))
                .withMessage(sentence)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("planRows"));
    }

    private static List<Map<String, Object>> rows(int count) {
        List<?> sample = (List<?>) SampleForms.payload("action-plan-rows").get("planRows");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            ((Map<?, ?>) sample.get(i % sample.size())).forEach((key, value) -> row.put((String) key, value));
            rows.add(row);
        }
        return rows;
    }
}
