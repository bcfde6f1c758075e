package id.semai.simulation;

import id.semai.simulation.Idea.Measure;
import id.semai.simulation.Venture.Answer;
import id.semai.simulation.Venture.PlanFate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What people write into the forms of an innovation, and so what they decide.
 *
 * @param visit how often the task was given before
 * @param today where the unit lives
 */
record InnovationForms(Venture venture, String task, int visit, LocalDate today) {

    private static final List<String> NOTES =
            List.of("noteProblem", "noteGoal", "noteNovelty", "noteIndicator", "noteResources", "noteRows");
    private static final List<String> PHASES = List.of("preparation", "implementation", "monitoring", "evaluation");
    private static final List<String> CRITERIA = List.of("isNew", "isBeneficial", "isReplicable");
    private static final List<String> REASONS = List.of(
            "trial-failed", "trial-failed", "resources", "resources", "regulation", "policy", "merged", "other");
    private static final String CONTACT = "Kepala seksi yang membidangi pelayanan";

    Map<String, Object> answers() {
        return sheet().answers();
    }

    static Map<String, Object> proposal(Venture venture) {
        return Sheet.with(
                        "title", venture.title(),
                        "problem", venture.idea().problem(),
                        "cycleYear", venture.year())
                .answers();
    }

    private Sheet sheet() {
        if (Conduct.isLabReview(task)) {
            return labReview();
        }
        if (task.startsWith("Task_DecideStop")) {
            return stopDecision();
        }
        return switch (task) {
            case "Task_SignCommitment" -> signature();
            case "Task_VerifyCommitment" -> verification();
            case "Task_FollowUpCommitment" -> followUp();
            case "Task_DraftHeader" -> header();
            case "Task_DraftRows" -> rows();
            case "Task_ApprovePlan" -> approval();
            case "Task_AdvisePlan" -> advice();
            case "Task_ReviewPlan" -> planReview();
            case "Task_ChasePlan" ->
                Sheet.with("agreedDate", day(today.plusDays(10)), "note", "Disepakati melalui telepon kantor.");
            case "Task_DiagnoseProblems" -> diagnosis();
            case "Task_DesignInnovation" -> design();
            case "Task_ReportProgress" -> progress();
            case "Task_PrepareDisplay" -> display();
            case "Task_ReportTrial" -> trial();
            case "Task_EvaluateTrial" -> evaluation();
            case "Task_PrepareInstrument" -> instrument();
            case "Task_DecideAdoption" -> adoption();
            case "Task_MeasureResults" -> results();
            case "Task_VerifyResults" -> resultsVerification();
            case "Task_RecordStop", "Task_RecordOrderedStop" -> stopRecord();
            default -> throw new IllegalStateException("Simulasi tidak mengenal tugas " + task);
        };
    }

    private Sheet signature() {
        if (venture.answer() == Answer.DECLINES) {
            return Sheet.with("decision", "decline", "reason", "Tenaga dan anggaran tahun ini belum tersedia.");
        }
        return Sheet.with("decision", "sign", "focus", idea().demand(), "contactRole", CONTACT)
                .and("documentNumber", document("065"))
                .and("documentDate", day(today));
    }

    private Sheet verification() {
        return isReturned()
                ? Sheet.with("decision", "return", "note", "Nomor pernyataan belum sesuai dengan naskahnya.")
                : Sheet.with("decision", "valid", "witnessRole", "Asisten Administrasi Umum");
    }

    private Sheet followUp() {
        boolean waits = visit == 0 && chance("followed up").happens(0.5);
        return Sheet.with("decision", waits ? "wait" : "close", "note", "Sesuai arahan rapat pimpinan.");
    }

    private Sheet header() {
        Sheet sheet = Sheet.with("title", venture.title(), "contactRole", CONTACT, "innovationForm", "public-service")
                .and("digital", idea().digital() ? "digital" : "non-digital")
                .and(
                        "initiator",
                        chance("initiator").oneOf(List.of("unit", "unit", "civil-servant", "regional-head", "citizen")))
                .and("affair", idea().affair())
                .and("problem", idea().problem())
                .and("demand", idea().demand())
                .and("demandSource", List.of(idea().source()))
                .and("objective", "Menjawab tuntutan: " + idea().demand())
                .and(
                        "targetGroup",
                        "Warga yang memakai pelayanan " + venture.unit().name())
                .and("output", "Pelayanan " + idea().name())
                .and("expectedOutcome", quality().name() + " membaik")
                .and(idea().novelty(), true)
                .and("noveltyNote", "Cara ini belum dijalankan di tempat ini.");
        return withMeasures(sheet)
                .and("budgetSource", chance("budget").oneOf(List.of("apbd", "apbd", "none", "partner")))
                .and("risks", "Petugas berganti; disiapkan panduan tertulis.");
    }

    private Sheet withMeasures(Sheet sheet) {
        return sheet.and("quantityIndicator", quantity().name())
                .and("quantityUnit", quantity().unit())
                .and("quantityBaseline", quantity().baseline())
                .and("quantityTarget", quantity().target())
                .and("qualityIndicator", quality().name())
                .and("qualityBaseline", quality().baseline())
                .and("qualityTarget", quality().target());
    }

    private Sheet rows() {
        if (venture.planFate() == PlanFate.WITHDRAWN) {
            return Sheet.with("decision", "withdraw", "reason", "Digabung dengan kegiatan lain pada unit ini.");
        }
        List<Map<String, Object>> rows =
                IntStream.range(0, venture.rows()).mapToObj(this::row).toList();
        return Sheet.with("planRows", rows, "decision", "submit");
    }

    private Map<String, Object> row(int place) {
        int phase = Math.min(PHASES.size() - 1, place * PHASES.size() / venture.rows());
        return Map.of(
                "phase",
                place < PHASES.size() ? PHASES.get(place) : PHASES.get(phase),
                "activity",
                "Kegiatan " + (place + 1) + " " + idea().name(),
                "executor",
                CONTACT,
                "output",
                "Laporan kegiatan",
                "method",
                "Musyawarah dan uji lapangan",
                "months",
                List.of(1 + place % 12));
    }

    private Sheet approval() {
        return isReturned()
                ? Sheet.with("decision", "return").and(note(), "Mohon diperjelas sebelum diajukan.")
                : Sheet.with("decision", "approve");
    }

    private Sheet advice() {
        return isReturned()
                ? Sheet.with("advice", "improve").and(note(), "Sebaiknya diuraikan lebih rinci.")
                : Sheet.with("advice", "proceed");
    }

    private Sheet planReview() {
        boolean refused = visit == 0 && chance("eligible").happens(Habits.NOT_ELIGIBLE);
        boolean returned = !refused && isReturned();
        Sheet sheet = Sheet.with("noUnlawfulBurden", true, "withinAuthority", !refused);
        String missing = returned ? chance("criterion").oneOf(CRITERIA) : "";
        CRITERIA.forEach(criterion -> sheet.and(criterion, !criterion.equals(missing)));
        return refused || returned ? sheet.and(note(), "Kriteria kelayakan belum terpenuhi.") : sheet;
    }

    private Sheet labReview() {
        if (isReturned()) {
            return Sheet.with("decision", "return", "note", "Lengkapi sesuai hasil pembahasan.");
        }
        return isStopProposed()
                ? Sheet.with("decision", "propose-stop", "note", "Hasilnya tidak sebanding dengan upayanya.")
                : Sheet.with("decision", "accept");
    }

    private Sheet stopDecision() {
        boolean stops = chance("decides").happens(Habits.STOP_FOLLOWED);
        return Sheet.with("decision", stops ? "stop" : "continue", "reason", "Berdasarkan pertimbangan tim penelaah.");
    }

    private Sheet diagnosis() {
        return Sheet.with("readiness", chance("ready").oneOf(List.of("ready", "ready", "partly", "not-yet")))
                .and("problem1", idea().problem())
                .and("rootCause", "Pelayanan hanya dilakukan di satu tempat.")
                .and("ideas", idea().name() + "; menambah petugas")
                .and("chosenIdea", idea().name() + " karena dapat segera dijalankan.")
                .and("sameTeam", "yes");
    }

    private Sheet design() {
        return Sheet.with("legalBasis", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik")
                .and("currentState", idea().problem())
                .and(
                        "design",
                        idea().name() + " menjawab tuntutan warga: " + idea().demand()
                                + " Petugas menerima permintaan, mencatatnya, mengerjakannya menurut urutan yang"
                                + " terlihat oleh semua orang, lalu mengabarkan hasilnya kepada pemohon pada hari yang"
                                + " dijanjikan.")
                .and("howItWorks", "Warga meminta, petugas mencatat, hasil dikabarkan.")
                .and("teamRoles", "Kepala unit; " + CONTACT)
                .and("quantityTarget", quantity().target())
                .and("qualityTarget", quality().target());
    }

    private Sheet progress() {
        boolean finished = visit >= 2 || !chance("reports").happens(Habits.ANOTHER_REPORT);
        List<Map<String, Object>> rows = IntStream.rangeClosed(1, venture.rows())
                .mapToObj(row -> Map.<String, Object>of(
                        "row",
                        row,
                        "progress",
                        finished ? 100 : chance("row " + row).whole(10, 90)))
                .toList();
        return Sheet.with("progressRows", rows, "summary", "Kegiatan berjalan sesuai rencana aksi.")
                .and("decision", finished ? "finished" : "ongoing");
    }

    private Sheet display() {
        return Sheet.with("media", List.of("report", "poster"), "displayDate", day(today))
                .and("documentation", "Panduan, foto, dan laporan akhir disimpan di arsip unit.")
                .and("lesson", "Petugas dan warga dilibatkan sejak awal.");
    }

    private Sheet trial() {
        double part = chance("trial").between(0.3, 0.9);
        return Sheet.with("trialPlace", venture.unit().name())
                .and("trialStart", day(today.minusDays(chance("tried").whole(14, 30))))
                .and("trialEnd", day(today))
                .and("beneficiaries", chance("people").whole(40, 900))
                .and("quantityResult", quantity().reached(part))
                .and("qualityResult", quality().reached(part))
                .and("findings", "Warga terbantu; petugas meminta panduan yang lebih singkat.");
    }

    private Sheet evaluation() {
        if (isReturned()) {
            return Sheet.with("decision", "repeat", "note", "Masa uji coba terlalu pendek.");
        }
        if (isStopProposed()) {
            return Sheet.with("decision", "propose-stop", "note", "Sasaran uji coba tidak tercapai.");
        }
        return visit == 0 && chance("redesign").happens(Habits.REDESIGNED)
                ? Sheet.with("decision", "redesign", "note", "Rancangannya perlu diubah.")
                : Sheet.with("decision", "pass");
    }

    private Sheet instrument() {
        return Sheet.with("burdensPeople", instrumentIs("perda"), "burdensBudget", false)
                .and("bindsOthers", instrumentIs("perkada"))
                .and("draftNote", "Tata cara " + idea().name() + ".");
    }

    private boolean instrumentIs(String instrument) {
        return suggestedInstrument().equals(instrument);
    }

    private String suggestedInstrument() {
        return venture.chance("instrument")
                .oneOf(List.of("decree", "decree", "decree", "decree", "perkada", "perkada", "perda"));
    }

    private Sheet adoption() {
        if (isReturned()) {
            return Sheet.with("decision", "return", "note", "Konsep perlu diselaraskan dengan Bagian Hukum.");
        }
        if (chance("adopts").happens(Habits.STOPPED_AT_ADOPTION)) {
            return Sheet.with("decision", "stop", "note", "Tidak menjadi prioritas tahun ini.");
        }
        return Sheet.with("decision", "adopt", "instrument", suggestedInstrument())
                .and("instrumentNumber", document("188.45"))
                .and("instrumentDate", day(today));
    }

    private Sheet results() {
        double part = chance("value").between(0.5, 1.2);
        return Sheet.with("period", chance("period").whole(1, 3))
                .and("quantityAfter", quantity().reached(part))
                .and("qualityAfter", quality().reached(part))
                .and("beneficiaries", chance("people").whole(200, 6000))
                .and("method", "Catatan pelayanan dan survei singkat.")
                .and("benefit", "Tuntutan warga terjawab: " + idea().demand());
    }

    private Sheet resultsVerification() {
        return isReturned()
                ? Sheet.with("decision", "return", "note", "Cara mengukur belum dijelaskan.")
                : Sheet.with("decision", "verified");
    }

    private Sheet stopRecord() {
        return Sheet.with("reasonCode", chance("reason").oneOf(REASONS))
                .and("reason", "Dihentikan menurut keputusan pimpinan.")
                .and("lesson", "Ukur kesiapan unit sebelum memulai.");
    }

    /** A second return is half as likely as the first. */
    private boolean isReturned() {
        return chance("returns").happens(Habits.RETURNED.getOrDefault(task, 0.0) * Math.pow(0.5, visit));
    }

    private boolean isStopProposed() {
        return chance("stops").happens(Habits.STOP_PROPOSED.getOrDefault(task, 0.0));
    }

    private String note() {
        return chance("note").oneOf(NOTES);
    }

    private String document(String kind) {
        return kind + "/" + venture.chance(kind).whole(1, 900) + "/" + today.getYear();
    }

    private Chance chance(String about) {
        return venture.chance(task + " " + visit + " " + about);
    }

    private Idea idea() {
        return venture.idea();
    }

    private Measure quantity() {
        return idea().quantity();
    }

    private Measure quality() {
        return idea().quality();
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
