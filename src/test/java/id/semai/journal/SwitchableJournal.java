package id.semai.journal;

import id.semai.stage.StageTransition;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The journal, or none at all: what publishing costs is the difference. */
@TestComponent
@Primary
class SwitchableJournal extends StageJournal {

    volatile boolean on = true;

    SwitchableJournal(Innovations innovations, EventLog log) {
        super(innovations, log);
    }

    @Override
    public void append(StageTransition given) {
        if (on) {
            super.append(given);
        }
    }
}
