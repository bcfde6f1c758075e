package id.semai.sheets;

import static id.semai.sheets.Column.named;

import id.semai.figures.Figures;
import id.semai.figures.Figures.Band;
import id.semai.figures.Figures.Ending;
import id.semai.figures.Figures.Funnel;
import id.semai.figures.Figures.GovernmentRow;
import id.semai.figures.Figures.Heat;
import id.semai.figures.Figures.HeatMap;
import id.semai.figures.Figures.Improvement;
import id.semai.figures.Figures.Source;
import id.semai.figures.Figures.StageFigures;
import id.semai.figures.Figures.Totals;
import id.semai.figures.Figures.Week;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The panels of the board as sheets; {@link #code} is their name in addresses and files. */
public enum Panel {
    TOTALS(table(
            figures -> List.of(figures.totals()),
            column("Inovasi", "Innovations", Totals::innovations),
            column("Berjalan", "Open", Totals::open),
            column("Lewat batas waktu", "Overdue", Totals::overdue),
            column("Diterapkan", "Adopted", Totals::adopted),
            column("Dihentikan", "Stopped", Totals::stopped),
            column("Tidak dilanjutkan", "Declined", Totals::declined),
            column("Ditarik", "Withdrawn", Totals::withdrawn),
            column("Dibatalkan", "Cancelled", Totals::cancelled),
            column("Pernah dikembalikan", "Returned at least once", Totals::returned),
            column("Median hari sampai diterapkan", "Median days to adoption", Totals::median),
            column("Persentil ke-85 hari sampai diterapkan", "85th percentile of days to adoption", Totals::p85))),

    FUNNEL(table(
            Figures::funnel,
            column("Kode tahap", "Stage code", Funnel::stage),
            column("Tahap", "Stage", named(Funnel::name)),
            column("Pernah mencapai", "Ever reached", Funnel::reached),
            column("Sekarang", "Now", Funnel::now),
            column("Persen dari tahap sebelumnya", "Per cent of the stage before", row -> percent(row.share())))),

    STAGES(table(
            Figures::stages,
            column("Kode tahap", "Stage code", StageFigures::stage),
            column("Tahap", "Stage", named(StageFigures::name)),
            column("Kunjungan", "Visits", StageFigures::entered),
            column("Sekarang", "Now", StageFigures::now),
            column("Lewat batas waktu", "Overdue", StageFigures::overdue),
            column("Selesai", "Completed", StageFigures::completed),
            column("Terputus", "Cancelled", StageFigures::cancelled),
            column("Masuk kembali", "Returns", StageFigures::returns),
            column("Median hari", "Median days", StageFigures::median),
            column("Persentil ke-85 hari", "85th percentile of days", StageFigures::p85))),

    AGEING(table(
            Figures::ageing,
            column("Dari hari", "From day", Band::from),
            column("Sampai hari", "To day", Band::to),
            column("Inovasi berjalan", "Open innovations", Band::innovations))),

    TREND(table(
            Figures::trend,
            column("Minggu mulai Senin", "Week from Monday", row -> LocalDate.parse(row.monday())),
            column("Dimulai", "Started", Week::started),
            column("Berakhir", "Finished", Week::finished),
            column("Diterapkan", "Adopted", Week::adopted),
            column("Berjalan pada akhir minggu", "Open at the week's end", Week::open),
            column("Lewat batas waktu pada akhir minggu", "Overdue at the week's end", Week::overdue))),

    ENDINGS(table(
            Figures::endings,
            column("Kode hasil", "Outcome code", Ending::outcome),
            column("Hasil", "Outcome", named(Ending::outcomeName)),
            column("Kode alasan", "Reason code", Ending::reason),
            column("Alasan", "Reason", named(Ending::reasonName)),
            column("Inovasi", "Innovations", Ending::innovations))),

    ONE_AGENCY(table(
            figures -> figures.oneAgency().governments(),
            column("Kode wilayah", "Area code", GovernmentRow::government),
            column("Pemerintah daerah", "Local government", named(GovernmentRow::name)),
            column("Perangkat daerah/unit kerja", "Units", GovernmentRow::units),
            column("Belum berinovasi", "Without an innovation", GovernmentRow::none),
            column("Satu inovasi", "One innovation", GovernmentRow::one),
            column("Lebih dari satu inovasi", "More than one innovation", GovernmentRow::more))),

    DEMANDS(table(
            Figures::demands,
            column("Kode sumber", "Source code", Source::source),
            column("Sumber tuntutan", "Source of demands", named(Source::name)),
            column("Inovasi", "Innovations", Source::innovations),
            column("Diterapkan", "Adopted", Source::adopted))),

    IMPROVEMENTS(table(
            Figures::improvements,
            column("Kode dimensi", "Dimension code", Improvement::dimension),
            column("Dimensi", "Dimension", named(Panel::dimension)),
            column("Inovasi terukur", "Innovations measured", Improvement::measured),
            column("Mencapai target", "Target met", Improvement::met),
            column("Lebih baik daripada nilai awal", "Better than before", Improvement::better))),

    HEAT(table(
            Panel::places,
            column("Proses", "Process", place -> place.map.process()),
            column("Versi", "Version", place -> place.map.version()),
            column("Elemen", "Element", place -> place.heat.element()),
            column("Kode tahap", "Stage code", place -> place.heat.stage()),
            column("Tahap", "Stage", named(place -> place.heat.name())),
            column("Sekarang", "Now", place -> place.heat.now()),
            column("Lewat batas waktu", "Overdue", place -> place.heat.overdue()),
            column("Kunjungan", "Visits", place -> place.heat.visits())));

    private final Table table;

    Panel(Table table) {
        this.table = table;
    }

    /** As in {@code one-agency}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Panel> of(String code) {
        return Arrays.stream(values())
                .filter(panel -> panel.code().equals(code))
                .findFirst();
    }

    public Sheet sheet(Figures figures, boolean english) {
        return table.sheet(figures, english);
    }

    private interface Table {
        Sheet sheet(Figures figures, boolean english);
    }

    private record Place(HeatMap map, Heat heat) {}

    @SafeVarargs
    private static <R> Table table(Function<Figures, List<R>> rows, Column<R>... columns) {
        return (figures, english) -> Column.sheet(List.of(columns), rows.apply(figures), english);
    }

    private static <R> Column<R> column(String indonesian, String english, Function<R, Object> value) {
        return new Column<>(indonesian, english, value);
    }

    private static List<Place> places(Figures figures) {
        return figures.heat().stream()
                .flatMap(map -> map.elements().stream().map(heat -> new Place(map, heat)))
                .toList();
    }

    private static Double percent(Double share) {
        return share == null ? null : share * 100;
    }

    private static String dimension(Improvement improvement) {
        return improvement.dimension().equals("quantity") ? "Kuantitas" : "Mutu";
    }
}
