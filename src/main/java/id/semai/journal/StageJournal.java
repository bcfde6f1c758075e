package id.semai.journal;

import id.semai.stage.StageTransition;
import org.springframework.stereotype.Service;

/** Placeholder signature; the journal's author replaces the body. */
@Service
public class StageJournal {

    public void append(StageTransition transition) {
        throw new UnsupportedOperationException();
    }
}
