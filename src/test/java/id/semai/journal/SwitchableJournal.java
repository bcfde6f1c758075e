package id.semai.journal;

import id.semai.stage.StageTransition;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The journal, or none at all: what publishing costs is the difference. */
@TestComponent
@Primary
class SwitchableJournal extends StageJournal {

    private volatile boolean on = true;

    SwitchableJournal(Innovations innovations, EventLog log) {
        super(innovations, log);
    }

    /** A method, because whoever has this injected has a proxy, whose fields are not those of the journal. */
    void turn(boolean on) {
        this.on = on;
    }

    @Override
    public void append(StageTransition given) {
        if (on) {
            super.append(given);
        }
    }
}
