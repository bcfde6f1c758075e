package id.semai.simulation;

import java.util.Map;

/**
 * How people of local governments go about innovations, as numbers. Where a source is named they are counted; the others
 * are chosen so that a board looks like the labs that are known, and may be changed here.
 */
final class Habits {

    private Habits() {}

    /** Kab. Purbalingga 2022: the units of one lab by kind, and its ideas. */
    static final int LAB_AGENCIES = 35;

    static final int LAB_DISTRICTS = 18;
    static final int LAB_HEALTH_CENTRES = 25;
    static final int LAB_ENTERPRISES = 8;
    static final int LAB_UNITS = 86;
    static final int LAB_IDEAS = 174;

    /** Indeks Inovasi Daerah 2025. */
    static final int COUNTRY_GOVERNMENTS = 531;

    static final int COUNTRY_INNOVATIONS = 36_742;

    /** KIPP 2022: of 3,478 drafts 2,454 were submitted, of which 1,917 passed the administrative check. */
    static final double SUBMITTED = 2_454.0 / 3_478;

    static final double PASSED_AT_ONCE = 1_917.0 / 2_454;

    /** Of the plans that are not submitted in time: a part is withdrawn, a part abandoned, the rest handed in late. */
    static final double LATE_WITHDRAWN = 0.15;

    static final double LATE_ABANDONED = 0.25;

    /** Chosen: how the units of a workshop answer. Heads sign together on paper where there is a ceremony. */
    static final double INVITED = 0.92;

    static final double ATTENDED = 0.85;
    static final double SIGNED_ON_PAPER = 0.35;
    static final double DECLINED = 0.04;
    static final double SILENT = 0.13;
    static final double SIGNING_EXTENDED = 0.7;
    static final double SIGNED_WHEN_EXTENDED = 0.6;

    /** Chosen: how often reviewers give back. A second return is half as likely, a third a quarter. */
    static final Map<String, Double> RETURNED = Map.ofEntries(
            Map.entry("Task_VerifyCommitment", 0.05),
            Map.entry("Task_ApprovePlan", 0.10),
            Map.entry("Task_AdvisePlan", 0.30),
            Map.entry("Task_ReviewPlan", 1 - PASSED_AT_ONCE),
            Map.entry("Task_ReviewDiagnose", 0.12),
            Map.entry("Task_ReviewDesign", 0.18),
            Map.entry("Task_ReviewDeliver", 0.08),
            Map.entry("Task_ReviewDisplay", 0.05),
            Map.entry("Task_EvaluateTrial", 0.08),
            Map.entry("Task_DecideAdoption", 0.05),
            Map.entry("Task_VerifyResults", 0.07));

    /** Chosen: how often a reviewer proposes to stop; leadership follows three times of four. */
    static final Map<String, Double> STOP_PROPOSED = Map.of(
            "Task_ReviewDiagnose", 0.03,
            "Task_ReviewDesign", 0.03,
            "Task_ReviewDeliver", 0.05,
            "Task_ReviewDisplay", 0.01,
            "Task_EvaluateTrial", 0.08);

    static final double STOP_FOLLOWED = 0.75;
    static final double STOPPED_BY_ORDER = 0.025;
    static final double STOPPED_AT_ADOPTION = 0.03;
    static final double REDESIGNED = 0.05;
    static final double NOT_ELIGIBLE = 0.02;

    /** Chosen: what a team leaves lying without a word, at each of its tasks in lab and rollout. */
    static final double STALLED = 0.03;

    /** Chosen: a plan that has a third report is carried out for five months, as LAN's longest are. */
    static final double ANOTHER_REPORT = 0.45;

    /** Chosen: medians in working days; LAN: Diagnose to Design 6–10 weeks, carrying out 2–5 months. */
    static final Map<String, Double> DAYS = Map.ofEntries(
            Map.entry("Task_SignCommitment", 5.0),
            Map.entry("Task_VerifyCommitment", 1.5),
            Map.entry("Task_FollowUpCommitment", 3.0),
            Map.entry("Task_DraftHeader", 4.0),
            Map.entry("Task_DraftRows", 3.0),
            Map.entry("Task_ApprovePlan", 1.5),
            Map.entry("Task_AdvisePlan", 2.5),
            Map.entry("Task_ReviewPlan", 2.5),
            Map.entry("Task_ChasePlan", 2.0),
            Map.entry("Task_DiagnoseProblems", 5.0),
            Map.entry("Task_DesignInnovation", 16.0),
            Map.entry("Task_ReportProgress", 9.0),
            Map.entry("Task_PrepareDisplay", 6.0),
            Map.entry("Task_ReportTrial", 13.0),
            Map.entry("Task_EvaluateTrial", 3.0),
            Map.entry("Task_PrepareInstrument", 4.0),
            Map.entry("Task_DecideAdoption", 5.0),
            Map.entry("Task_MeasureResults", 15.0),
            Map.entry("Task_VerifyResults", 2.5),
            Map.entry("Task_FollowUpSilent", 2.0),
            Map.entry("Task_WriteMinutes", 2.0),
            Map.entry("Task_RecordStop", 2.0),
            Map.entry("Task_RecordOrderedStop", 2.0));

    static final double DAYS_OF_A_REVIEW = 3.0;
    static final double DAYS_OF_A_DECISION = 4.0;

    /** What was done before is quicker the second time. */
    static final double REWORK = 0.4;

    static final double SPREAD = 0.55;

    /** How unlike the teams are: the slowest of ten takes twice as long as the middle one. */
    static final double SPREAD_OF_TEAMS = 0.5;

    /** How unlike the units are in what they propose by themselves. */
    static final double SPREAD_OF_UNITS = 0.9;

    /** Who would be up to ten working days late hurries, six times of ten, and hands in on the last days. */
    static final double HURRIES = 0.6;

    static final double EFFORT_IN_RAMADAN = 0.75;
    static final double EFFORT_BETWEEN_THE_YEARS = 0.4;

    /** Proposals of units come within this part of the time. */
    static final double PROPOSED_WITHIN = 0.7;
}
