package id.semai.sheets;

import static id.semai.sheets.Column.named;

import id.semai.figures.InnovationRow;
import id.semai.figures.Timeline;
import id.semai.figures.Timeline.Stay;
import id.semai.figures.UnitRow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Units, innovations and the way of one of them as sheets. */
public final class Lists {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final List<Column<UnitRow>> UNITS = List.of(
            new Column<>("Kode wilayah", "Area code", UnitRow::government),
            new Column<>("Pemerintah daerah", "Local government", named(UnitRow::governmentName)),
            new Column<>("Kode perangkat daerah/unit kerja", "Unit code", UnitRow::unit),
            new Column<>("Perangkat daerah/unit kerja", "Unit", named(UnitRow::name)),
            new Column<>("Jenis", "Kind", named(UnitRow::kind)),
            new Column<>("Kecamatan", "District", UnitRow::district),
            new Column<>("Aktif", "Active", UnitRow::active),
            new Column<>("Inovasi pada tahun siklus", "Innovations of the cycle year", UnitRow::thisYear),
            new Column<>("Inovasi", "Innovations", UnitRow::innovations),
            new Column<>("Berjalan", "Open", UnitRow::open),
            new Column<>("Lewat batas waktu", "Overdue", UnitRow::overdue),
            new Column<>("Diterapkan", "Adopted", UnitRow::adopted),
            new Column<>("Dihentikan", "Stopped", UnitRow::stopped));

    private static final List<Column<InnovationRow>> INNOVATIONS = List.of(
            new Column<>("Judul", "Title", InnovationRow::title),
            new Column<>("Judul sementara", "Provisional title", InnovationRow::titleProvisional),
            new Column<>("Kode perangkat daerah/unit kerja", "Unit code", InnovationRow::unit),
            new Column<>("Tahun siklus", "Cycle year", InnovationRow::year),
            new Column<>("Jenis pembaruan", "Kind", named(InnovationRow::kindName)),
            new Column<>("Tahap", "Stage", named(InnovationRow::stageName)),
            new Column<>("Lewat batas waktu", "Overdue", InnovationRow::overdue),
            new Column<>("Hari", "Days", InnovationRow::days),
            new Column<>("Hasil", "Outcome", named(InnovationRow::outcomeName)),
            new Column<>("Id inovasi", "Innovation id", InnovationRow::id));

    private Lists() {}

    public static Sheet units(List<UnitRow> rows, boolean english) {
        return Column.sheet(UNITS, rows, english);
    }

    public static Sheet innovations(List<InnovationRow> rows, boolean english) {
        return Column.sheet(INNOVATIONS, rows, english);
    }

    /** @param zone of the times, which is named in the headings */
    public static Sheet timeline(Timeline timeline, ZoneId zone, boolean english) {
        return Column.sheet(stays(zone), timeline.stays(), english);
    }

    private static List<Column<Stay>> stays(ZoneId zone) {
        return List.of(
                new Column<>("Kode tahap", "Stage code", Stay::stage),
                new Column<>("Tahap", "Stage", named(Stay::name)),
                new Column<>("Kunjungan ke", "Visit", Stay::visit),
                new Column<>("Masuk (" + zone + ")", "Entered (" + zone + ")", stay -> moment(stay.entered(), zone)),
                new Column<>("Keluar (" + zone + ")", "Left (" + zone + ")", stay -> moment(stay.left(), zone)),
                new Column<>("Batas waktu (" + zone + ")", "Due (" + zone + ")", stay -> moment(stay.due(), zone)),
                new Column<>("Hasil", "Outcome", named(Stay::outcomeName)),
                new Column<>("Alasan", "Reason", named(Stay::reasonName)),
                new Column<>("Terputus", "Cancelled", Stay::cancelled),
                new Column<>("Lewat batas waktu", "Overdue", Stay::overdue),
                new Column<>("Hari", "Days", Stay::days));
    }

    private static String moment(Instant time, ZoneId zone) {
        return time == null ? null : MOMENT.format(time.atZone(zone));
    }
}
