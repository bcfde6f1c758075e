package id.semai.reporting;

import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import java.util.Set;

/**
 * What has a name that people read.
 *
 * @param what as {@link id.semai.dashboard.Board#label} distinguishes
 */
record Code(String what, String code) {

    /** Those of the journey itself and of its new steps. */
    static void addAll(Written written, Set<Code> codes) {
        Journey journey = written.journey();
        add(codes, "kind", journey.kind());
        add(codes, "instrument", Results.text(journey, "instrument"));
        written.news().forEach(step -> addAll(step, codes));
    }

    private static void addAll(Step step, Set<Code> codes) {
        String stage = step.stage();
        add(codes, "stage", stage);
        for (int dot = stage == null ? -1 : stage.indexOf('.', 1); dot > 0; dot = stage.indexOf('.', dot + 1)) {
            add(codes, "stage", stage.substring(0, dot));
        }
        add(codes, step.what() == Happening.FINISHED ? "outcome" : "stage-outcome", step.outcome());
        add(codes, "reason", step.reason());
    }

    private static void add(Set<Code> codes, String what, String code) {
        if (code != null) {
            codes.add(new Code(what, code));
        }
    }
}
