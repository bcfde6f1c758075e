package id.semai.dashboard;

import id.semai.dashboard.Snapshot.Tally;
import id.semai.dashboard.Snapshot.TopicMark;
import id.semai.dashboard.Snapshot.UnitAt;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
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
class LiveBoard implements Board {

    private static final int NEWEST_ASIDES = 1_000;

    private final AtomicLong version;
    private final Map<String, Journey> journeys = new ConcurrentHashMap<>();
    private final Map<String, UnitAt> units = new ConcurrentHashMap<>();
    private final Map<String, ModelFacts> models = new ConcurrentHashMap<>();
    private final Names names = new Names();
    private final Early early = new Early();
    private final Map<String, Long> others = new ConcurrentHashMap<>();
    private final Deque<Aside> asides = new ArrayDeque<>();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();
    private final AtomicLong incomplete = new AtomicLong();
    private volatile long lastEvent;
    private volatile Instant heardAt;
    private volatile boolean connected;
    private volatile boolean catchingUp = true;
    private volatile long lag = -1;

    /** @param now versions of a board that is started later are greater */
    LiveBoard(Instant now) {
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
        return new Freshness(
                lastEvent == 0 ? null : Instant.ofEpochMilli(lastEvent),
                heardAt,
                lag,
                connected,
                catchingUp,
                events.get(),
                repeated.get(),
                setAside.get(),
                incomplete.get(),
                Map.copyOf(others));
    }

    @Override
    public List<Aside> asides() {
        synchronized (asides) {
            return List.copyOf(asides);
        }
    }

    /**
     * Whether this opened a gap: events of the innovation are missing that come before this one.
     *
     * @param place where it was read, for whoever closes the gap
     * @param again whether it was read before, on purpose: then it is no repetition worth counting
     */
    boolean apply(Told told, TopicPartition place, boolean again) {
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
    void applyUnit(Told told, long offset) {
        if (!told.is(Told.UNIT)) {
            other(told);
            return;
        }
        UnitAt before = units.get(told.subject());
        if (before != null && before.facts().sequence() >= told.sequence()) {
            repeated.incrementAndGet();
            return;
        }
        units.put(told.subject(), new UnitAt(unit(told), offset));
        nameUnit(told);
        version.incrementAndGet();
    }

    /** A unit's record was taken back. */
    void forgetUnit(String code, long offset) {
        units.computeIfPresent(code, (same, unit) -> unit.offset() < offset ? null : unit);
        version.incrementAndGet();
    }

    void setAside(Aside aside) {
        setAside.incrementAndGet();
        keep(aside);
        version.incrementAndGet();
    }

    boolean hasGaps() {
        return !early.isEmpty();
    }

    /** Innovations of which events of this partition wait for those before them. */
    List<String> gaps(TopicPartition place) {
        return early.innovations(place);
    }

    /** What is missing of them will not come: each goes on from what it has. */
    void settle(TopicPartition place) {
        for (String innovation : early.innovations(place)) {
            for (Told told : early.takeAll(innovation)) {
                Journey before = journeys.get(innovation);
                grow(before, told, told.sequence() == next(before));
            }
        }
    }

    /** Whether that is news. */
    boolean heard(Instant at) {
        heardAt = at;
        return connect(true);
    }

    /** Whether that is news. */
    boolean unheard() {
        return connect(false);
    }

    void behind(long records, boolean more) {
        lag = records;
        if (catchingUp != more) {
            catchingUp = more;
            version.incrementAndGet();
        }
    }

    /** Everything will be told again from the beginning; what this holds is not complete from now on. */
    void forgetAll() {
        catchingUp = true;
        replace(
                new Snapshot(Map.of(), new Tally(0, 0, 0, 0, Map.of()), List.of(), List.of(), Map.of(), List.of()),
                List.of());
    }

    Snapshot snapshot(Map<String, TopicMark> topics) {
        Tally tally = new Tally(events.get(), repeated.get(), setAside.get(), lastEvent, Map.copyOf(others));
        return new Snapshot(
                topics, tally, List.copyOf(units.values()), List.copyOf(models.values()), names.all(), journeys());
    }

    /** @param newest those set aside before the snapshot was taken, the newest first */
    void replace(Snapshot snapshot, List<Aside> newest) {
        early.clear();
        replace(journeys, snapshot.journeys(), Journey::id);
        replace(units, snapshot.units(), unit -> unit.facts().code());
        replace(models, snapshot.models(), ModelFacts::processKey);
        names.replace(snapshot.names());
        others.clear();
        others.putAll(snapshot.tally().others());
        events.set(snapshot.tally().events());
        repeated.set(snapshot.tally().repeated());
        setAside.set(snapshot.tally().setAside());
        lastEvent = snapshot.tally().lastEvent();
        incomplete.set(
                snapshot.journeys().stream().filter(journey -> !journey.whole()).count());
        synchronized (asides) {
            asides.clear();
            newest.stream().limit(NEWEST_ASIDES).forEach(asides::addLast);
        }
        version.incrementAndGet();
    }

    private boolean connect(boolean now) {
        boolean news = connected != now;
        connected = now;
        if (news) {
            version.incrementAndGet();
        }
        return news;
    }

    private static <T> void replace(Map<String, T> map, Collection<T> values, Function<T, String> key) {
        map.clear();
        values.forEach(value -> map.put(key.apply(value), value));
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
            repeated.addAndGet(again ? 0 : 1);
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
            incomplete.incrementAndGet();
        }
        name(told);
        journeys.put(after.id(), after);
        events.incrementAndGet();
        lastEvent = Math.max(lastEvent, told.at());
        if (told.what() == Happening.OTHER) {
            other(told);
        }
        version.incrementAndGet();
        return after;
    }

    private void name(Told told) {
        long at = told.at();
        String outcome = told.what() == Happening.FINISHED ? "outcome" : "stage-outcome";
        names.say("stage", told.text("stage"), told.text("stageName"), at);
        names.say(outcome, told.text("outcome"), told.text("outcomeLabel"), at);
        names.say("reason", told.text("reasonCode"), told.text("reasonLabel"), at);
        names.say("kind", told.text("kind"), told.text("kindLabel"), at);
        names.say("instrument", told.text("instrument"), told.text("instrumentLabel"), at);
        nameUnit(told);
    }

    private void nameUnit(Told told) {
        names.say("government", told.text("government"), told.text("governmentName"), told.at());
        names.say("unit", told.text("unit"), told.text("unitName"), told.at());
        names.say("unit-kind", told.text("unitKind"), told.text("unitKindLabel"), told.at());
    }

    private void released(Told told, boolean again) {
        String process = told.text("processKey");
        ModelFacts before = models.get(process);
        if (before != null && before.sequence() >= told.sequence()) {
            repeated.addAndGet(again ? 0 : 1);
            return;
        }
        String name = told.text("processName");
        models.put(
                process,
                new ModelFacts(
                        process,
                        name == null ? process : name,
                        told.number("processVersion"),
                        told.at(),
                        told.text("diagram"),
                        told.sequence()));
        version.incrementAndGet();
    }

    private void other(Told told) {
        others.merge(told.type(), 1L, Long::sum);
        version.incrementAndGet();
    }

    private void keep(Aside aside) {
        synchronized (asides) {
            asides.addFirst(aside);
            if (asides.size() > NEWEST_ASIDES) {
                asides.removeLast();
            }
        }
    }

    private static UnitFacts unit(Told told) {
        return new UnitFacts(
                told.subject(),
                told.text("unitName"),
                told.text("unitKind"),
                told.text("unitKindLabel"),
                told.text("unitDistrict"),
                told.text("government"),
                told.text("governmentName"),
                told.flag("active"),
                told.sequence());
    }
}
