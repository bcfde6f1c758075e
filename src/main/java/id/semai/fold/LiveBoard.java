package id.semai.fold;

import id.semai.dashboard.Aside;
import id.semai.dashboard.Board;
import id.semai.dashboard.Freshness;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.ModelFacts;
import id.semai.dashboard.UnitFacts;
import id.semai.events.Told;
import id.semai.fold.Snapshot.Tally;
import id.semai.fold.Snapshot.TopicMark;
import id.semai.fold.Snapshot.UnitAt;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * The board in memory. One thread tells it what the topics say; an innovation's sequence decides what is new, whatever is
 * delivered in whatever order.
 */
public class LiveBoard implements Board {

    private final AtomicLong version;
    private final Map<String, Journey> journeys = new ConcurrentHashMap<>();
    private final Map<String, UnitAt> units = new ConcurrentHashMap<>();
    private final Map<String, ModelFacts> models = new ConcurrentHashMap<>();
    private final Names names = new Names();
    private final Early early = new Early();
    private final Counts counts = new Counts();
    private final Asides asides = new Asides();
    private final Pulse pulse = new Pulse();

    /** @param now versions of a board that is started later are greater */
    public LiveBoard(Instant now) {
        this.version = new AtomicLong(now.toEpochMilli() * 1_000);
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public Collection<Journey> journeys() {
        return List.copyOf(journeys.values());
    }

    @Override
    public Optional<Journey> journey(String id) {
        return Optional.ofNullable(journeys.get(id));
    }

    @Override
    public Map<String, UnitFacts> units() {
        Map<String, UnitFacts> facts = new HashMap<>();
        units.forEach((code, unit) -> facts.put(code, unit.facts()));
        return facts;
    }

    @Override
    public Map<String, ModelFacts> models() {
        return Map.copyOf(models);
    }

    @Override
    public String label(String what, String code) {
        return names.of(what, code);
    }

    @Override
    public Freshness freshness() {
        Tally tally = counts.tally();
        return new Freshness(
                tally.lastEvent() == 0 ? null : Instant.ofEpochMilli(tally.lastEvent()),
                pulse.heardAt(),
                pulse.lag(),
                pulse.connected(),
                pulse.catchingUp(),
                tally.events(),
                tally.repeated(),
                tally.setAside(),
                counts.incompleteOnes(),
                tally.others());
    }

    @Override
    public List<Aside> asides() {
        return asides.all();
    }

    /**
     * Whether this opened a gap: events of the innovation are missing that come before this one.
     *
     * @param place where it was read, for whoever closes the gap
     * @param again whether it was read before, on purpose: then it is no repetition worth counting
     */
    public boolean apply(Told told, TopicPartition place, boolean again) {
        if (told.is(Told.MODEL)) {
            released(told, again);
        } else if (told.what() != Happening.OTHER || belongsToInnovation(told)) {
            return moved(told, place, again);
        } else if (!again) {
            other(told);
        }
        return false;
    }

    /** @param offset of its record */
    public void applyUnit(Told told, long offset) {
        if (!told.is(Told.UNIT)) {
            other(told);
            return;
        }
        UnitAt before = units.get(told.subject());
        if (before != null && before.facts().sequence() >= told.sequence()) {
            counts.repeated();
            return;
        }
        units.put(told.subject(), new UnitAt(Fold.unit(told), offset));
        names.ofUnit(told);
        change();
    }

    /** A unit's record was taken back. */
    public void forgetUnit(String code, long offset) {
        units.computeIfPresent(code, (same, unit) -> unit.offset() < offset ? null : unit);
        change();
    }

    public void setAside(Aside aside) {
        counts.setAside();
        asides.add(aside);
        change();
    }

    public boolean hasGaps() {
        return !early.isEmpty();
    }

    /** Innovations of which events of this partition wait for those before them. */
    public List<String> gaps(TopicPartition place) {
        return early.innovations(place);
    }

    /** What is missing of them will not come: each goes on from what it has. */
    public void settle(TopicPartition place) {
        for (String innovation : early.innovations(place)) {
            for (Told told : early.takeAll(innovation)) {
                Journey before = journeys.get(innovation);
                grow(before, told, told.sequence() == next(before));
            }
        }
    }

    /** Whether that is news. */
    public boolean heard(Instant at) {
        return changeIf(pulse.heard(at));
    }

    /** Whether that is news. */
    public boolean unheard() {
        return changeIf(pulse.unheard());
    }

    public void behind(long records, boolean more) {
        changeIf(pulse.behind(records, more));
    }

    /** Everything will be told again from the beginning; what this holds is not complete from now on. */
    public void forgetAll() {
        pulse.beginAnew();
        replace(Snapshot.NOTHING, List.of());
    }

    public Snapshot snapshot(Map<String, TopicMark> topics) {
        return new Snapshot(
                topics,
                counts.tally(),
                List.copyOf(units.values()),
                List.copyOf(models.values()),
                names.all(),
                journeys());
    }

    /** @param newest those set aside before the snapshot was taken, the newest first */
    public void replace(Snapshot snapshot, List<Aside> newest) {
        early.clear();
        replace(journeys, snapshot.journeys(), Journey::id);
        replace(units, snapshot.units(), unit -> unit.facts().code());
        replace(models, snapshot.models(), ModelFacts::processKey);
        names.replace(snapshot.names());
        counts.replace(
                snapshot.tally(),
                snapshot.journeys().stream().filter(journey -> !journey.whole()).count());
        asides.replace(newest);
        change();
    }

    private static <T> void replace(Map<String, T> map, Collection<T> values, Function<T, String> key) {
        map.clear();
        values.forEach(value -> map.put(key.apply(value), value));
    }

    private void change() {
        version.incrementAndGet();
    }

    private boolean changeIf(boolean news) {
        if (news) {
            change();
        }
        return news;
    }

    /** An event of a type that this board does not know may be of anything. */
    private boolean belongsToInnovation(Told told) {
        return told.subject().equals(told.text("innovationId")) || journeys.containsKey(told.subject());
    }

    private boolean moved(Told told, TopicPartition place, boolean again) {
        Journey before = journeys.get(told.subject());
        if (told.sequence() > next(before)) {
            return early.hold(told, place);
        }
        if (told.sequence() < next(before)) {
            repeated(again);
        } else {
            grow(before, told, true);
            catchUp(told.subject());
        }
        return false;
    }

    private void catchUp(String innovation) {
        Journey before = journeys.get(innovation);
        for (Told told = early.take(innovation, next(before));
                told != null;
                told = early.take(innovation, next(before))) {
            before = grow(before, told, true);
        }
    }

    private static int next(Journey before) {
        return before == null ? 1 : before.last().sequence() + 1;
    }

    private Journey grow(Journey before, Told told, boolean whole) {
        Journey after = Fold.after(before, told, whole);
        if (!after.whole() && (before == null || before.whole())) {
            counts.incomplete();
        }
        names.ofInnovation(told);
        journeys.put(after.id(), after);
        counts.event(told);
        if (told.what() == Happening.OTHER) {
            other(told);
        }
        change();
        return after;
    }

    private void released(Told told, boolean again) {
        ModelFacts after = Fold.model(told);
        ModelFacts before = models.get(after.processKey());
        if (before != null && before.sequence() >= after.sequence()) {
            repeated(again);
            return;
        }
        models.put(after.processKey(), after);
        change();
    }

    private void repeated(boolean again) {
        if (!again) {
            counts.repeated();
        }
    }

    private void other(Told told) {
        counts.other(told.type());
        change();
    }
}
