package id.semai.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.figures.Figures;
import id.semai.figures.Figures.Band;
import id.semai.figures.Figures.Choices;
import id.semai.figures.Figures.Ending;
import id.semai.figures.Figures.Funnel;
import id.semai.figures.Figures.GovernmentRow;
import id.semai.figures.Figures.Heat;
import id.semai.figures.Figures.HeatMap;
import id.semai.figures.Figures.Improvement;
import id.semai.figures.Figures.OneAgency;
import id.semai.figures.Figures.Source;
import id.semai.figures.Figures.StageFigures;
import id.semai.figures.Figures.Totals;
import id.semai.figures.Figures.Week;
import id.semai.figures.Filter;
import id.semai.figures.InnovationRow;
import id.semai.figures.UnitRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private static final Figures FIGURES = new Figures(
            1,
            Filter.ALL,
            null,
            new Totals(4, 1, 1, 1, 1, 0, 0, 1, 1, 40.0, 1234.5),
            List.of(new Funnel("lab", "Laboratorium", 3, 1, 0.755)),
            List.of(new StageFigures("lab", "Laboratorium", 3, 1, 0, 1, 1, 0, null, 10.0)),
            List.of(new Band(181, null, 2)),
            List.of(new Week("2026-06-29", 1, 0, 0, 1, 1)),
            List.of(new Ending("stopped", "Dihentikan", null, null, 1)),
            new OneAgency(2026, List.of(new GovernmentRow("52.04", "Kabupaten Sumbawa", 4, 2, 1, 1))),
            List.of(new Source("lapor", "SP4N-LAPOR!", 3, 1)),
            List.of(new Improvement("quality", 3, 2, 1)),
            List.of(new HeatMap("p", "Proses", 3, List.of(new Heat("Call", "lab", "Lab", 1, 0, 3, null)))),
            new Choices(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

    @ParameterizedTest
    @EnumSource
    void everyPanelIsASheetInBothLanguagesAndIsFoundByItsCode(Panel panel) {
        Sheet indonesian = panel.sheet(FIGURES, false);
        Sheet english = panel.sheet(FIGURES, true);

        assertThat(indonesian.rows()).hasSize(1);
        assertThat(english.rows()).isEqualTo(inEnglish(indonesian.rows()));
        assertThat(indonesian.header()).doesNotHaveDuplicates().isNotEqualTo(english.header());
        assertThat(english.header()).doesNotHaveDuplicates();
        assertThat(Panel.of(panel.code())).contains(panel);
    }

    /** Names alone differ. */
    private static List<List<Object>> inEnglish(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell instanceof String text ? English.of(text) : cell)
                        .collect(Collectors.toList()))
                .toList();
    }

    @Test
    void aPanelThatIsNotKnownIsNone() {
        assertThat(Panel.of("one-agency")).contains(Panel.ONE_AGENCY);
        assertThat(Panel.of("ONE_AGENCY")).isEmpty();
    }

    @Test
    void numbersHaveADecimalCommaAndCellsASemicolonBetweenThem() {
        assertThat(Panel.FUNNEL.sheet(FIGURES, false).toText())
                .isEqualTo("Kode tahap;Tahap;Pernah mencapai;Sekarang;Persen dari tahap sebelumnya\r\n"
                        + "lab;Laboratorium;3;1;75,5\r\n");
        assertThat(text(1234567.895, 40.0, 0.0, -0.001, 1e-9, 120L, null)).isEqualTo("1234567,9;40;0;0;0;120;\r\n");
    }

    @Test
    void officeProgramsSeeUtf8() {
        byte[] bytes = sheet("Puskesmas Ünter").toBytes();

        assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).endsWith("Puskesmas Ünter\r\n");
    }

    @Test
    void whatWouldEndACellIsQuoted() {
        assertThat(text("a;b", "say \"yes\"", "two\r\nlines", " blank", "1,5", "plain"))
                .isEqualTo("\"a;b\";\"say \"\"yes\"\"\";\"two\r\nlines\";\" blank\";\"1,5\";plain\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+62 812",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "＝1+1",
                "=cmd|' /C calc'!A0"
            })
    void noTextIsTakenForAFormula(String text) {
        String cell = text(text).replaceFirst("\r\n$", "");
        String read =
                cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;

        assertThat(read).isEqualTo("'" + text);
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        assertThat(text(-3, -2.5)).isEqualTo("-3;-2,5\r\n");
    }

    @Test
    void aTitleOfAnInnovationIsHarmlessInItsList() {
        InnovationRow row = new InnovationRow(
                "i", "=HYPERLINK(\"http://x\")", true, "u", 2026, null, null, null, false, 3, null, null);

        assertThat(Lists.innovations(List.of(row), false).toText())
                .endsWith("\r\n\"'=HYPERLINK(\"\"http://x\"\")\";ya;u;2026;;;tidak;3;;i\r\n");
    }

    @Test
    void whatEventsNameIsEnglishWhereThatIsKnownAndOtherwiseAsTheySay() {
        InnovationRow known = row("Penyusunan");
        InnovationRow renamed = row("Penyusunan bersama warga");

        assertThat(Lists.innovations(List.of(known, renamed), true).toText())
                .contains(";Extension;Drafting;no;")
                .contains(";Extension;Penyusunan bersama warga;no;");
        assertThat(Lists.innovations(List.of(known), false).toText()).contains(";Perluasan;Penyusunan;tidak;");
    }

    @Test
    void aUnitThatNoEventHasNamedIsSaidToBeUnknown() {
        UnitRow row = new UnitRow("?", "?", null, null, "?", "?", false, 0, 1, 1, 0, 0, 0);

        assertThat(Lists.units(List.of(row), false).toText())
                .contains("\r\n?;belum diketahui;?;belum diketahui;;;tidak;0;1;1;0;0;0\r\n");
        assertThat(Lists.units(List.of(row), true).toText()).contains("\r\n?;not yet known;?;not yet known;;;no;");
    }

    private static InnovationRow row(String stage) {
        return new InnovationRow(
                "i", "Antrean", false, "u", 2026, "Perluasan", "action-plan.draft", stage, false, 3, null, null);
    }

    @Test
    void aRowWithACellTooManyIsRefused() {
        assertThatThrownBy(() -> new Sheet(List.of("a"), List.of(List.of(1, 2))))
                .hasMessageContaining("2 cells");
    }

    private static Sheet sheet(Object... cells) {
        List<String> header = Stream.of(cells).map(cell -> "h").toList();
        return new Sheet(header, List.of(new ArrayList<>(Arrays.asList(cells))));
    }

    private static String text(Object... cells) {
        return sheet(cells).toText().replaceFirst("^[h;]+\r\n", "");
    }
}
