package id.semai.simulation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Luck that depends on the seed and on what it is asked about alone: whoever asks, and in whichever order, gets the same
 * answer.
 */
final class Chance {

    private final SplittableRandom random;

    private Chance(long start) {
        this.random = new SplittableRandom(start);
    }

    static Chance of(long seed, Object... about) {
        long start = seed;
        for (Object part : about) {
            start = (start ^ part.hashCode()) * 0x9E3779B97F4A7C15L;
            start ^= start >>> 29;
        }
        return new Chance(start);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    int whole(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Half are shorter than the median; a few are much longer, as people's work is (log-normal). */
    double around(double median, double spread) {
        return median * Math.exp(spread * normal());
    }

    private double normal() {
        double twelve = 0;
        for (int i = 0; i < 12; i++) {
            twelve += random.nextDouble();
        }
        return twelve - 6;
    }
}
