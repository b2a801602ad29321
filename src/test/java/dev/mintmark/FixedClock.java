package dev.mintmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
public final class FixedClock extends Clock {
    private volatile Instant now;

    /** Stands at this moment. */
    public FixedClock(Instant now) {
        this.now = now;
    }

    /** Stands at this moment from now on. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Lets some time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
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
        return this;
    }
}
