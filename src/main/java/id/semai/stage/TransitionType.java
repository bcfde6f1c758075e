package id.semai.stage;

/** What can happen to an innovation's journey; the codes are the CloudEvents types of the event contract. */
public enum TransitionType {
    INNOVATION_STARTED("id.semai.innovation.started.v1"),
    STAGE_ENTERED("id.semai.stage.entered.v1"),
    STAGE_COMPLETED("id.semai.stage.completed.v1"),
    STAGE_CANCELLED("id.semai.stage.cancelled.v1"),
    STAGE_OVERDUE("id.semai.stage.overdue.v1"),
    INNOVATION_FINISHED("id.semai.innovation.finished.v1");

    private final String code;

    TransitionType(String code) {
        this.code = code;
    }

    /** The CloudEvents {@code type}; its version is part of it and never changes meaning. */
    public String code() {
        return code;
    }

    /** True for what happens to a stage, false for the start and the end of the whole journey. */
    public boolean concernsStage() {
        return this != INNOVATION_STARTED && this != INNOVATION_FINISHED;
    }
}
