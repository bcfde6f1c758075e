package id.semai.journal;

import id.semai.stage.Unit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Placeholder signature; the journal's author replaces the body. */
@Service
public class Units {

    public void announce(Unit unit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Unit> find(String code) {
        throw new UnsupportedOperationException();
    }

    public List<Unit> all() {
        throw new UnsupportedOperationException();
    }
}
