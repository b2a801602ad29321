package dev.mintmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that changes only when a test sets it. */
public final class FixedClock extends Clock {
    private volatile Instant now;

    /** A clock that shows this time. */
    public FixedClock(Instant now) {
        this.now = now;
    }

    /** Sets the time. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Advances the time. */
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
