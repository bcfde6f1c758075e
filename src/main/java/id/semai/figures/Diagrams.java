package id.semai.figures;

import id.semai.dashboard.ModelFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the diagram of each release once. */
final class Diagrams {

    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /** By id of the process. */
    Map<String, Diagram> of(Map<String, ModelFacts> models) {
        Map<String, Diagram> diagrams = new HashMap<>();
        models.forEach((key, model) -> diagrams.put(key, of(model)));
        return diagrams;
    }

    private Diagram of(ModelFacts model) {
        return read.compute(model.processKey(), (key, known) -> isOf(known, model) ? known : new Read(model)).diagram;
    }

    private static boolean isOf(Read known, ModelFacts model) {
        return known != null && known.model == model;
    }

    private static final class Read {

        private final ModelFacts model;
        private final Diagram diagram;

        Read(ModelFacts model) {
            this.model = model;
            this.diagram = Diagram.of(model.diagram() == null ? "" : model.diagram());
        }
    }
}
