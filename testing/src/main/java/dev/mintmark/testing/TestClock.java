package dev.mintmark.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the issuer: the time of this machine and an offset that a test moves. It decides the dates of new tokens,
 * and whether the issuer's own endpoints accept a token; the service under test has a clock of its own.
 */
public final class TestClock extends Clock {
    private final Clock base;
    private final ZoneId zone;
    private final AtomicReference<Duration> offset;

    TestClock() {
        this(Clock.systemUTC(), ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
    }

    private TestClock(Clock base, ZoneId zone, AtomicReference<Duration> offset) {
        this.base = base;
        this.zone = zone;
        this.offset = offset;
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A clock advances. Use reset() or set(instant) to go back");
        }
        offset.updateAndGet(current -> current.plus(duration));
    }

    /** Sets the clock to an instant, earlier or later; from there it goes on. */
    public void set(Instant instant) {
        offset.set(Duration.between(base.instant(), instant));
    }

    /** Returns to the time of this machine. */
    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(base, other, offset);
    }
}
