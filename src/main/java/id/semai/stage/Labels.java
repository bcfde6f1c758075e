package id.semai.stage;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read for the codes of the event contract; null for a code that a model brought along by itself. */
public final class Labels {

    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("signed", "Ditandatangani"),
            Map.entry("declined", "Belum bersedia"),
            Map.entry("lapsed", "Gugur (tidak ada jawaban)"),
            Map.entry("submitted", "Diajukan"),
            Map.entry("approved", "Disetujui"),
            Map.entry("refused", "Tidak memenuhi syarat"),
            Map.entry("withdrawn", "Ditarik"),
            Map.entry("accepted", "Diterima"),
            Map.entry("returned", "Dikembalikan untuk diperbaiki"),
            Map.entry("passed", "Uji coba berhasil"),
            Map.entry("redesign", "Kembali ke laboratorium"),
            Map.entry("verified", "Sah"),
            Map.entry("adopted", "Diterapkan"),
            Map.entry("stopped", "Dihentikan"),
            Map.entry("completed", "Selesai"),
            Map.entry("cancelled", "Dibatalkan"));

    private static final Map<String, String> OUTCOMES_OF_JOURNEY = Map.of("declined", "Tidak dilanjutkan");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("not-willing", "Belum bersedia"),
            Map.entry("no-answer", "Tidak ada jawaban"),
            Map.entry("not-eligible", "Tidak memenuhi syarat"),
            Map.entry("stopped-by-order", "Dihentikan atas perintah"),
            Map.entry("deleted", "Dihapus oleh pengelola sistem"),
            Map.entry("interrupted", "Terputus"),
            Map.entry("trial-failed", "Hasil uji coba tidak sesuai harapan"),
            Map.entry("resources", "Anggaran atau tenaga tidak tersedia"),
            Map.entry("regulation", "Terhalang peraturan"),
            Map.entry("policy", "Perubahan kebijakan atau pimpinan"),
            Map.entry("merged", "Digabung dengan inovasi lain"),
            Map.entry("other", "Lainnya"));

    private static final Map<String, String> KINDS = Map.of(
            "new", "Gagasan, teknologi, atau cara baru",
            "simplification", "Penyederhanaan",
            "extension", "Perluasan",
            "quality", "Peningkatan mutu",
            "adaptation", "Pendekatan kontekstual");

    private static final Map<String, String> INSTRUMENTS = Map.of(
            "perda", "Peraturan Daerah",
            "perkada", "Peraturan Kepala Daerah",
            "decree", "Keputusan Kepala Daerah");

    private static final Map<String, String> DEMAND_SOURCES = Map.of(
            "lapor", "SP4N-LAPOR!",
            "survey", "Survei kepuasan masyarakat",
            "musrenbang", "Musrenbang",
            "direct", "Pengaduan langsung",
            "media", "Media",
            "other", "Lainnya");

    private static final Map<String, String> ORIGINS = Map.of(
            "start", "Saat Semai dijalankan",
            "folder", "Perubahan di folder model",
            "upload", "Unggahan di halaman model",
            "deployment", "Pemasangan lewat Modeler atau REST",
            "rollback", "Kembali ke versi terdahulu");

    private Labels() {}

    /** A unit that declines is not willing yet; its journey that ends so is not carried on. */
    public static String ofOutcome(String code, TransitionType type) {
        String ofJourney = type.concernsStage() ? null : known(OUTCOMES_OF_JOURNEY, code);
        return ofJourney != null ? ofJourney : known(OUTCOMES, code);
    }

    public static String ofReason(String code) {
        return known(REASONS, code);
    }

    public static String ofInnovationKind(String code) {
        return known(KINDS, code);
    }

    /** The legal instrument that fixes an innovation. */
    public static String ofInstrument(String code) {
        return known(INSTRUMENTS, code);
    }

    /**
     * Where the demands came from that an innovation answers; unlike elsewhere a code that is not known stands for itself, or
     * nobody could tell which name belongs to which code.
     *
     * @param codes separated by one blank, as are their names by a semicolon and a blank; null for none
     */
    public static String ofDemandSources(String codes) {
        return codes == null
                ? null
                : Stream.of(codes.split(" "))
                        .map(code -> DEMAND_SOURCES.getOrDefault(code, code))
                        .collect(Collectors.joining("; "));
    }

    /** How the release of a model came about. */
    public static String ofOrigin(String code) {
        return known(ORIGINS, code);
    }

    private static String known(Map<String, String> labels, String code) {
        return code == null ? null : labels.get(code);
    }
}
