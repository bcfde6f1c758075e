package id.semai.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is written into the forms of a workshop, and when. */
record WorkshopForms(Gathering gathering, String task, int visit, LocalDate today) {

    static Map<String, Object> plan(Gathering gathering) {
        return Sheet.with("title", "Workshop Inovasi Pelayanan Publik " + gathering.year())
                .and("eventDate", gathering.day().toString())
                .and("venue", "Aula kantor pemerintah daerah")
                .and("facilitator", gathering.facilitator())
                .and("cycleYear", gathering.year())
                .and("unitKinds", gathering.kinds())
                .and("signingDueAt", gathering.signingDueAt().toString())
                .answers();
    }

    /** The day of the workshop has an order; everything else takes its time. */
    static Instant when(OpenTask task, int visit, Gathering gathering, Instant now) {
        WorkingTime time = gathering.region().workingTime();
        if (visit > 0) {
            return time.after(now, Habits.DAYS_OF_A_REVIEW, gathering.chance());
        }
        return switch (task.key()) {
            case "Task_InviteUnits" -> time.after(now, 0, gathering.chance());
            case "Task_RecordAttendance" -> time.at(gathering.day(), 14, 0);
            case "Task_SignGovernmentCommitment" -> time.at(gathering.day(), 15, 0);
            case "Task_RecordPaperSignatures" -> time.at(gathering.day(), 15, 40);
            default -> time.after(now, Habits.DAYS.get(task.key()), gathering.chance());
        };
    }

    Map<String, Object> answers() {
        return switch (task) {
            case "Task_InviteUnits" ->
                Sheet.with("invitedUnits", gathering.invited(), "invitationNumber", "005/1")
                        .answers();
            case "Task_RecordAttendance" -> attendance();
            case "Task_SignGovernmentCommitment" -> commitment();
            case "Task_RecordPaperSignatures" -> signatures();
            case "Task_FollowUpSilent" -> followUp();
            case "Task_WriteMinutes" -> minutes();
            default -> throw new IllegalStateException("Simulasi tidak mengenal tugas " + task);
        };
    }

    private Map<String, Object> attendance() {
        return Sheet.with("decision", "held", "eventDate", gathering.day().toString())
                .and("attendedUnits", gathering.attended())
                .answers();
    }

    private Map<String, Object> commitment() {
        return Sheet.with("signerRole", "head", "documentNumber", "100.3.4/12/" + gathering.year())
                .and("documentDate", today.toString())
                .and("target", gathering.region().innovations())
                .answers();
    }

    private Map<String, Object> signatures() {
        List<String> signing = visit == 0 ? gathering.signingOnPaper() : List.of();
        return Sheet.with("paperUnits", signing, "documentDate", today.toString())
                .and("witnessRole", "Asisten Administrasi Umum")
                .and("decision", "done")
                .answers();
    }

    private Map<String, Object> followUp() {
        Sheet sheet = Sheet.with("note", "Setiap perangkat daerah diminta menjawab.");
        return visit == 0 && gathering.isExtended()
                ? sheet.and("decision", "extend")
                        .and("signingDueAt", gathering.extendedTo().toString())
                        .answers()
                : sheet.and("decision", "close").answers();
    }

    private Map<String, Object> minutes() {
        return Sheet.with("minutesNumber", "065/14/" + gathering.year(), "minutesDate", today.toString())
                .and("conclusion", "Komitmen dicatat; yang belum menjawab ditindaklanjuti.")
                .answers();
    }
}
