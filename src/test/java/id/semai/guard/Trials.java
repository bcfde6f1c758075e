package id.semai.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Tries an attack with all its layers off, with each of them alone, and with everything on; counts how it went. */
class Trials {

    /** The last, for whoever wonders why an attack does no harm. */
    private static final AtomicReference<RuntimeException> REFUSAL = new AtomicReference<>();

    private final Layers layers;
    private final Set<String> tried = new HashSet<>();
    private int attacks;
    private int succeeded;
    private int stopped;

    Trials(Layers layers) {
        this.layers = layers;
    }

    /** @param attack prepared anew for each trial, with everything on; tells whether the harm was done */
    void pair(Set<String> itsLayers, Supplier<Callable<Boolean>> attack) {
        pair(itsLayers, Set.of(), attack);
    }

    /** @param aside off in every trial but the last, since they ask for something that is not this attack's matter */
    void pair(Set<String> itsLayers, Set<String> aside, Supplier<Callable<Boolean>> attack) {
        Set<String> all = new HashSet<>(itsLayers);
        all.addAll(aside);
        attacks++;
        REFUSAL.set(null);
        boolean harmed = layers.without(all, attack.get());
        assertThat(harmed)
                .as("harm done without %s; what stood in the way may be: %s", all, REFUSAL.get())
                .isTrue();
        succeeded++;
        tried.addAll(itsLayers);
        for (String alone : itsLayers) {
            Set<String> others = new HashSet<>(all);
            others.remove(alone);
            assertThat(layers.without(others, attack.get()))
                    .as("harm done with %s alone, without %s", alone, others)
                    .isFalse();
            stopped++;
        }
        assertThat(layers.without(Set.of(), attack.get()))
                .as("harm done with everything on")
                .isFalse();
    }

    String figures() {
        return "attacks: tried=%d layers=%d stopped=%d succeeded-with-all-off=%d"
                .formatted(attacks, tried.size(), stopped, succeeded);
    }

    /** Refusals are what the attack is about; what it did is looked at afterwards. */
    static Callable<Boolean> harm(Deed deed, Callable<Boolean> done) {
        return () -> {
            try {
                deed.run();
            } catch (RuntimeException refused) {
                REFUSAL.set(refused);
            }
            return done.call();
        };
    }

    interface Deed {
        void run() throws Exception;
    }
}
