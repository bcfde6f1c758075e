package id.semai.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The time of the simulation, for the application and for its engine; it moves only when nobody is at work. */
final class SimulatedClock extends Clock {

    private volatile Instant now;

    SimulatedClock(Instant begin) {
        moveTo(begin);
    }

    void moveTo(Instant time) {
        now = time;
        ClockUtil.setCurrentTime(Date.from(time));
    }

    /** Gives the engine, which has one clock a process, the real time back. */
    void release() {
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
