package id.semai.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * For any two well-formed models: nothing is told if, and only if, both mean the same, and what is told is told of
 * elements. Seed and number as {@code -Dchanges.seed=} and {@code -Dchanges.mutations=}.
 */
class MutatedModelsTest {

    private static final long SEED = Long.getLong("changes.seed", System.nanoTime() % 1_000_000);
    private static final int MUTATIONS = Integer.getInteger("changes.mutations", 500);

    private final List<String> wrong = new ArrayList<>();
    private int told;
    private int same;

    @Test
    void whateverIsMutatedIsToldUnlessItMeansTheSame() {
        List<Path> files = Xml.files(".bpmn", ".dmn");
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = files.get(random.nextInt(files.size()));
            Document model = Xml.parse(Xml.bytes(file));
            StringBuilder done = new StringBuilder();
            byte[] before = Xml.bytes(file);
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                if (random.nextInt(4) == 0) {
                    before = Xml.written(model);
                }
                done.append(new Mutations(random).mutate(model)).append("; ");
            }
            compare(file, before, Xml.written(model), done.toString());
        }
        System.out.printf("changes: seed=%d mutations=%d told=%d same=%d%n", SEED, MUTATIONS, told, same);
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(told).isGreaterThan(MUTATIONS / 2);
    }

    @Test
    void everyMutationOfOneThingIsTold() throws IOException {
        Random random = new Random(SEED);
        for (Path file : Xml.files(".bpmn", ".dmn")) {
            byte[] before = Xml.bytes(file);
            MeaningTest.eachMutation(Xml.undrawn(before), (what, model) -> {
                if (random.nextInt(10_000) < MUTATIONS) {
                    compare(file, before, Xml.written(model), what);
                }
            });
        }
        for (Path file : Xml.files(".form")) {
            JsonNode form = new ObjectMapper().readTree(Xml.bytes(file));
            MeaningTest.eachMutation(form, what -> {
                if (random.nextInt(10_000) < MUTATIONS) {
                    compare(file, Xml.bytes(file), form.toString().getBytes(StandardCharsets.UTF_8), what);
                }
            });
        }
        System.out.printf("changes: seed=%d single=%d%n", SEED, told);
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(same).isZero();
        assertThat(told).isGreaterThan(MUTATIONS / 2);
    }

    private void compare(Path file, byte[] before, byte[] after, String done) {
        String name = file.getFileName().toString();
        try {
            List<Change> changes = Changes.between(name, before, after, UnaryOperator.identity());
            boolean equal = Meaning.of(name, before).equals(Meaning.of(name, after));
            if (equal != changes.isEmpty()) {
                wrong.add(name + ": " + done + " tells " + changes);
            }
            if (changes.stream().anyMatch(change -> !isSound(change))) {
                wrong.add(name + ": " + done + " is told as " + changes);
            }
            told += equal ? 0 : 1;
            same += equal ? 1 : 0;
        } catch (RuntimeException e) {
            wrong.add(name + ": " + done + " fails with " + e);
        }
    }

    /** Told of an element, with two different sides. */
    private static boolean isSound(Change change) {
        boolean differs = change.kind() != Change.Kind.CHANGED
                || !String.valueOf(change.before()).equals(change.after());
        return !change.aspect().equals("file")
                && change.element() != null
                && differs
                && !change.sentence().isBlank();
    }
}
