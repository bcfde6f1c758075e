package id.semai.journeys;

import static id.semai.journeys.Office.answers;
import static id.semai.journeys.Office.eventually;

import id.semai.journeys.Office.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The ordinary steps of one innovation of one unit, done by the right people, for tests to start from. */
public class Story {

    final Office office;
    public final String unit;
    public final String innovation;

    private Story(Office office, String unit, String innovation) {
        this.office = office;
        this.unit = unit;
        this.innovation = innovation;
    }

    /** An innovation that the unit proposes by itself; nobody facilitates it. */
    public static Story proposed(Office office, String unit) {
        Person innovator = office.as("inovator." + unit);
        return new Story(office, unit, innovator.start("innovation-journey", answers("innovation-proposal")));
    }

    /** An innovation that was proposed before. */
    public static Story of(Office office, String unit, String innovation) {
        return new Story(office, unit, innovation);
    }

    /** The same innovation after its application was started again. */
    public Story at(Office restarted) {
        return new Story(restarted, unit, innovation);
    }

    /** The innovation that a workshop begins for a unit; {@code facilitator}: lan, university or none. */
    public static Story ofWorkshop(Office office, String workshop, String unit) {
        return new Story(office, unit, eventually(() -> journey(office, workshop, unit)));
    }

    private static String journey(Office office, String workshop, String unit) {
        String query =
                "/process-instance?processDefinitionKey=innovation-journey&tenantIdIn=%s&variables=workshopId_eq_%s"
                        .formatted(unit, workshop);
        String id = Office.accepted(coordinator(office).get(query))
                .json()
                .path(0)
                .path("id")
                .asText();
        return id.isEmpty() ? null : id;
    }

    /** Brings a workshop to the signing of the given units; returns its business key. */
    public static String workshop(Office office, String facilitator, List<String> units) {
        return workshop(office, facilitator, units, today().plusDays(14));
    }

    static String workshop(Office office, String facilitator, List<String> units, LocalDate signingDueAt) {
        Person coordinator = coordinator(office);
        String workshop = coordinator.start(
                "workshop",
                answers(
                        "workshop-plan",
                        "facilitator",
                        facilitator,
                        "eventDate",
                        today().toString(),
                        "signingDueAt",
                        signingDueAt.toString()));
        coordinator.does(workshop, "Task_InviteUnits", "workshop-invitation", "invitedUnits", units);
        coordinator.does(
                workshop,
                "Task_RecordAttendance",
                "workshop-attendance",
                "eventDate",
                today().toString(),
                "attendedUnits",
                units);
        office.as("pimpinan").does(workshop, "Task_SignGovernmentCommitment", "government-commitment");
        return workshop;
    }

    /** Today where Sumbawa lives. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Makassar"));
    }

    static Person coordinator(Office office) {
        return office.as("koordinator");
    }

    public Person head() {
        return office.as("kepala." + unit);
    }

    public Person innovator() {
        return office.as("inovator." + unit);
    }

    public Person coordinator() {
        return coordinator(office);
    }

    public Person leadership() {
        return office.as("pimpinan");
    }

    public Person facilitator() {
        return office.as("fasilitator");
    }

    public Story signs() {
        head().does(innovation, "Task_SignCommitment", "commitment-sign");
        return this;
    }

    public Story committed() {
        return signs().verified();
    }

    public Story verified() {
        coordinator().does(innovation, "Task_VerifyCommitment", "commitment-verify");
        return this;
    }

    public Story declined() {
        head().does(
                        innovation,
                        "Task_SignCommitment",
                        "commitment-sign",
                        "decision",
                        "decline",
                        "reason",
                        "Tenaga belum tersedia tahun ini.",
                        "focus",
                        null,
                        "contactRole",
                        null,
                        "documentNumber",
                        null,
                        "documentDate",
                        null);
        return this;
    }

    public Story drafted() {
        innovator().does(innovation, "Task_DraftHeader", "action-plan-header");
        innovator().does(innovation, "Task_DraftRows", "action-plan-rows");
        return this;
    }

    public Story planned() {
        drafted().approvedByHead();
        coordinator().does(innovation, "Task_ReviewPlan", "plan-review");
        return this;
    }

    /** The head sends a drafted plan back. */
    public Story returnedByHead() {
        head().does(innovation, "Task_ApprovePlan", "plan-approval", "decision", "return", "noteRows", "Perjelas.");
        return this;
    }

    /** The coordinator sends a plan back that the head has approved. */
    public Story returnedAsNotNew() {
        String note = "Jelaskan pembaruannya.";
        coordinator().does(innovation, "Task_ReviewPlan", "plan-review", "isNew", false, "noteNovelty", note);
        return this;
    }

    public Story approvedByHead() {
        head().does(innovation, "Task_ApprovePlan", "plan-approval");
        return this;
    }

    Story plannedWithFacilitator() {
        drafted().approvedByHead();
        facilitator().does(innovation, "Task_AdvisePlan", "plan-advice");
        coordinator().does(innovation, "Task_ReviewPlan", "plan-review");
        return this;
    }

    /** An innovation whose team reports how far its plan has come. */
    public Story reporting() {
        return planned().accepted(Phase.DIAGNOSE).accepted(Phase.DESIGN);
    }

    /** The four phases of the lab, each accepted by its reviewer. */
    public Story developed(Person reviewer) {
        for (Phase phase : Phase.values()) {
            accepted(phase, reviewer);
        }
        return this;
    }

    /** The phase is worked through and accepted by the coordinator. */
    public Story accepted(Phase phase) {
        return accepted(phase, coordinator());
    }

    Story accepted(Phase phase, Person reviewer) {
        worked(phase);
        reviewer.does(innovation, phase.review, "lab-review");
        return this;
    }

    /** What the coordinator says of a phase that is not accepted. */
    Story judged(Phase phase, String decision, String note) {
        coordinator().does(innovation, phase.review, "lab-review", "decision", decision, "note", note);
        return this;
    }

    public Story worked(Phase phase) {
        innovator().does(innovation, phase.work, phase.form, phase.finished());
        return this;
    }

    public Story tried() {
        innovator().does(innovation, "Task_ReportTrial", "trial-report");
        coordinator().does(innovation, "Task_EvaluateTrial", "trial-evaluation");
        return this;
    }

    /** The trial is reported, and the coordinator says something else than that it has passed. */
    Story triedAndJudged(String decision, String note) {
        innovator().does(innovation, "Task_ReportTrial", "trial-report");
        coordinator().does(innovation, "Task_EvaluateTrial", "trial-evaluation", "decision", decision, "note", note);
        return this;
    }

    public Story adopted() {
        coordinator().does(innovation, "Task_PrepareInstrument", "legal-draft");
        leadership().does(innovation, "Task_DecideAdoption", "adoption-decision");
        return this;
    }

    /** A legal draft is there, and the leadership says something else than that it is adopted. */
    Story notAdopted(String decision, String note) {
        coordinator().does(innovation, "Task_PrepareInstrument", "legal-draft");
        leadership()
                .does(
                        innovation,
                        "Task_DecideAdoption",
                        "adoption-decision",
                        "decision",
                        decision,
                        "instrument",
                        null,
                        "instrumentNumber",
                        null,
                        "instrumentDate",
                        null,
                        "note",
                        note);
        return this;
    }

    public Story measured() {
        innovator().does(innovation, "Task_MeasureResults", "results");
        coordinator().does(innovation, "Task_VerifyResults", "results-verification");
        return this;
    }

    public enum Phase {
        DIAGNOSE("Task_DiagnoseProblems", "lab-diagnose", "Diagnose"),
        DESIGN("Task_DesignInnovation", "lab-design", "Design"),
        DELIVER("Task_ReportProgress", "lab-progress", "Deliver"),
        DISPLAY("Task_PrepareDisplay", "lab-display", "Display");

        final String work;
        final String form;
        public final String review;
        final String decide;

        Phase(String work, String form, String phase) {
            this.work = work;
            this.form = form;
            this.review = "Task_Review" + phase;
            this.decide = "Task_DecideStop" + phase;
        }

        /** What the smallest valid answers lack to end the phase's work. */
        Object[] finished() {
            if (this != DELIVER) {
                return new Object[0];
            }
            List<Map<String, Object>> rows = IntStream.rangeClosed(1, 4)
                    .mapToObj(row -> Map.<String, Object>of("row", row, "progress", 100))
                    .toList();
            return new Object[] {"decision", "finished", "progressRows", rows};
        }

        String stage() {
            return "lab." + name().toLowerCase(Locale.ROOT);
        }
    }
}
