package id.semai.dashboardpages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.dashboardpages.Showing.Subject;
import id.semai.figures.Figures;
import id.semai.figures.Figures.Choices;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** The figures, panel by panel as JSON. One is computed at a time, so that whoever looks on takes one processor at most. */
@Component
@WithBoard
class Panels implements Showing.Source {

    private static final long PATIENCE_SECONDS = 5;

    private final Seen seen;
    private final ObjectMapper json;
    private final ReentrantLock turn = new ReentrantLock(true);

    Panels(Seen seen, ObjectMapper json) {
        this.seen = seen;
        this.json = json;
    }

    @Override
    public Object state() {
        return new State(seen.version(), seen.stamp(Sight.EVERYTHING));
    }

    @Override
    public Map<String, byte[]> panels(Subject subject) {
        Map<String, byte[]> written = new LinkedHashMap<>();
        shown(figures(subject), subject.sight()).forEach((name, panel) -> written.put(name, write(panel)));
        return written;
    }

    /** @throws Refusal if too many are asked for at once */
    Figures figures(Subject subject) {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.busy();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
        try {
            return seen.figures(subject);
        } finally {
            turn.unlock();
        }
    }

    private static Map<String, Object> shown(Figures figures, Sight sight) {
        Map<String, Object> panels = new LinkedHashMap<>();
        panels.put("filter", figures.filter());
        panels.put("freshness", Stamp.of(figures.freshness()));
        panels.put("totals", figures.totals());
        panels.put("funnel", figures.funnel());
        panels.put("ageing", figures.ageing());
        panels.put("endings", figures.endings());
        panels.put("oneAgency", figures.oneAgency());
        panels.put("choices", sight.details() ? figures.choices() : open(figures.choices()));
        if (sight.details()) {
            panels.put("stages", figures.stages());
            panels.put("trend", figures.trend());
            panels.put("demands", figures.demands());
            panels.put("improvements", figures.improvements());
            panels.put("heat", figures.heat());
        }
        return panels;
    }

    /** Without the units, and the kecamatan, which hold a handful of them. */
    private static Choices open(Choices all) {
        return new Choices(all.governments(), List.of(), List.of(), all.years(), all.stages(), all.kinds());
    }

    byte[] write(Object panel) {
        try {
            return json.writeValueAsBytes(panel);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record State(long version, Stamp stamp) {}
}
