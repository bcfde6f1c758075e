package id.semai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a plan of four rows has come. */
class ProgressRowsTest {

    private final SampleForms forms = new SampleForms();

    static Stream<Arguments> wrongRows() {
        return Stream.of(
                arguments(List.of(row(1, 0), row(2, 0), row(3, 0)), "Baris 4: isian «Kemajuan (%)» wajib diisi."),
                arguments(List.of(row(1, 101)), "Baris 1: «Kemajuan (%)» harus berupa angka 0–100."),
                arguments(List.of(row(1, -1)), "Baris 1: «Kemajuan (%)» harus berupa angka 0–100."),
                arguments(List.of(row(1, 0.5)), "Baris 1: «Kemajuan (%)» harus berupa angka bulat 0–100."),
                arguments(List.of(row(1, "50")), "Baris 1: «Kemajuan (%)» harus berupa angka 0–100."),
                arguments(List.of(Map.of("row", 1)), "Baris 1: isian «Kemajuan (%)» wajib diisi."),
                arguments(List.of(Map.of("progress", 1)), "Baris 1: isian «Nomor kegiatan» wajib diisi."),
                arguments(
                        List.of(row(2, 0), row(2, 0)),
                        "Baris 2: «Nomor kegiatan» tidak boleh memuat isian yang sama dua kali."),
                arguments(
                        List.of(row(1, 0), row(2, 0), row(3, 0), row(4, 0), row(5, 0)),
                        "Baris 5: pilihan «5» tidak ada pada «Nomor kegiatan»."),
                arguments(
                        List.of(Map.of("row", 1, "progress", 0, "obstacle", "x".repeat(501))),
                        "Baris 1: «Hambatan» paling banyak 500 karakter."),
                arguments(Collections.nCopies(61, row(1, 0)), "«Kemajuan setiap kegiatan» harus berisi 1–60 baris."),
                arguments(List.of(), "Isian «Kemajuan setiap kegiatan» wajib diisi."));
    }

    @ParameterizedTest
    @MethodSource("wrongRows")
    void everyRowOfThePlanIsReportedOnce(List<Object> rows, String sentence) {
        refused(Map.of("progressRows", rows), sentence);
    }

    @Test
    void reportsAreKeptInThePlansOrder() {
        List<Object> rows = new ArrayList<>(List.of(row(4, 40), row(2, 20), row(1, 10), row(3, 30)));
        List<?> stored = (List<?>)
                forms.acceptWith("lab-progress", Map.of("progressRows", rows)).get("progressRows");
        assertThat(stored).extracting(row -> ((Map<?, ?>) row).get("progress")).isEqualTo(List.of(10, 20, 30, 40));
    }

    @Test
    void whatIsFinishedUndoneNeedsAReason() {
        List<Object> rows = new ArrayList<>(List.of(row(1, 100), row(2, 100), row(3, 80), row(4, 100)));
        Map<String, Object> finished = Map.of("decision", "finished", "progressRows", rows);
        refused(finished, "Baris 3: isian «Solusi» wajib diisi.");
        rows.set(2, Map.of("row", 3, "progress", 80, "solution", "Dilanjutkan sesudah penerapan."));
        assertThat(forms.acceptWith("lab-progress", finished)).containsEntry("decision", "finished");
    }

    @Test
    void aPlanThatIsNotKnownHasNoRowsToMiss() {
        Map<String, Object> submitted = SampleForms.payload("lab-progress");
        submitted.put("progressRows", List.of(row(7, 0)));
        assertThat(forms.accept("lab-progress", submitted, Map.of())).containsEntry("decision", "ongoing");
    }

    private void refused(Map<String, Object> changes, String sentence) {
        assertThatExceptionOfType(RefusedSubmission.class)
                .isThrownBy(() -> forms.acceptWith("lab-progress", changes))
                .withMessage(sentence)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("progressRows"));
    }

    private static Map<String, Object> row(int row, Object progress) {
        return Map.of("row", row, "progress", progress);
    }
}
