package id.semai.figures;

import id.semai.dashboard.Step;

/** One stay in one stage. Changes only while its journey is folded. */
final class Visit {

    private static final long OPEN = Long.MAX_VALUE;

    private final String stage;
    private final int number;
    private long since;
    private boolean entryKnown;
    private long dueAt;
    private long leftAt = OPEN;
    private Step end;

    /** @param first the step that first tells of this visit */
    Visit(Step first) {
        this.stage = first.stage();
        this.number = first.visit();
        this.since = first.at();
    }

    boolean isToldBy(Step step) {
        return number == step.visit() && stage.equals(step.stage());
    }

    /** What comes after its end does not concern it. */
    void hear(Step step) {
        if (!isOpen()) {
            return;
        }
        switch (step.what()) {
            case ENTERED -> enter(step);
            case OVERDUE -> expire(step);
            default -> leave(step);
        }
    }

    /** The innovation has finished without an event of this visit's end. */
    void close(long at) {
        if (isOpen()) {
            leftAt = at;
        }
    }

    private void enter(Step step) {
        if (!entryKnown) {
            entryKnown = true;
            since = step.at();
            expect(step.dueAt());
        }
    }

    private void expire(Step step) {
        expect(step.dueAt());
        expect(step.at());
    }

    private void leave(Step step) {
        expect(step.dueAt());
        leftAt = step.at();
        end = step;
    }

    private void expect(long deadline) {
        if (dueAt == 0) {
            dueAt = deadline;
        }
    }

    String stage() {
        return stage;
    }

    int number() {
        return number;
    }

    boolean isReturn() {
        return number > 1;
    }

    boolean isOpen() {
        return leftAt == OPEN;
    }

    /** The step that completed or cancelled it; null while it is open, and where that step is missing. */
    Step end() {
        return end;
    }

    /** When it was entered, or else first told of. */
    long since() {
        return since;
    }

    boolean isEntryKnown() {
        return entryKnown;
    }

    long dueAt() {
        return dueAt;
    }

    /** {@link Long#MAX_VALUE} while it is open. */
    long leftAt() {
        return leftAt;
    }

    boolean hasSpan() {
        return entryKnown && end != null;
    }

    long span(long now) {
        return Math.max(0, (isOpen() ? now : leftAt) - since);
    }

    boolean isOverdue(long now) {
        return isOpen() && dueAt != 0 && dueAt < now;
    }

    /** Left after its deadline, or open after it. */
    boolean wasOverdue(long now) {
        return dueAt != 0 && dueAt < (isOpen() ? now : leftAt);
    }

    int depth() {
        return (int) stage.chars().filter(letter -> letter == '.').count();
    }
}
