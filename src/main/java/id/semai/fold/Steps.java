package id.semai.fold;

import id.semai.dashboard.Step;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Steps that only grow. A list after one more step shares its room with the one before, which does not see what came
 * later; only one thread may add, any may read.
 */
final class Steps extends AbstractList<Step> implements RandomAccess {

    private final Step[] room;
    private final int size;

    private Steps(Step[] room, int size) {
        this.room = room;
        this.size = size;
    }

    static Steps of(List<Step> steps) {
        return new Steps(steps.toArray(Step[]::new), steps.size());
    }

    Steps with(Step next) {
        boolean free = size < room.length && room[size] == null;
        Step[] larger = free ? room : Arrays.copyOf(room, Math.max(4, size + size / 2 + 1));
        Arrays.fill(larger, size, free ? size : larger.length, null);
        larger[size] = next;
        return new Steps(larger, size + 1);
    }

    @Override
    public Step get(int index) {
        return room[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
