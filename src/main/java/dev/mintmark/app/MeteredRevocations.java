package dev.mintmark.app;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The revocation store with its metrics: duration of each call, state of reads and of writes, and fill. */
final class MeteredRevocations implements Revocations {
    /** The key of no token. */
    private static final RevocationKey PROBE = RevocationKey.of(RevocationKey.Kind.TOKEN, "", "");

    private final Revocations store;
    private final Calls lookUps;
    private final Calls redemptions;
    private final Calls revocations;

    /** The calls of one operation. */
    private record Calls(Timer answered, Timer unavailable) {
        static Calls of(String operation, MeterRegistry metrics) {
            return new Calls(timer(operation, "answered", metrics), timer(operation, "unavailable", metrics));
        }

        private static Timer timer(String operation, String outcome, MeterRegistry metrics) {
            return Timer.builder("mintmark.revocation.store")
                    .description("Calls of the revocation store, including those of the readiness probe")
                    .tag("operation", operation)
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(
                            Duration.ofNanos(100_000),
                            Duration.ofMillis(1),
                            Duration.ofMillis(5),
                            Duration.ofMillis(25),
                            Duration.ofMillis(100),
                            Duration.ofMillis(500))
                    .register(metrics);
        }
    }

    MeteredRevocations(Revocations store, MeterRegistry metrics) {
        this.store = store;
        this.lookUps = Calls.of("look_up", metrics);
        this.redemptions = Calls.of("redeem", metrics);
        this.revocations = Calls.of("revoke", metrics);
        Gauge.builder("mintmark.revocation.store.up", this, metered -> metered.isReadable() ? 1 : 0)
                .description("1 if the last read of the revocation store succeeded, else 0")
                .register(metrics);
        Gauge.builder("mintmark.revocation.store.writable", this, metered -> metered.isWritable() ? 1 : 0)
                .description("1 if the last write to the revocation store succeeded, or the store has room, else 0")
                .register(metrics);
        if (store instanceof MemoryRevocations memory) {
            Gauge.builder("mintmark.revocation.store.entries", memory, MemoryRevocations::size)
                    .description("Revocations and redemptions in memory; absent with Redis")
                    .register(metrics);
            Gauge.builder("mintmark.revocation.store.unbound", memory, MemoryRevocations::unbound)
                    .description("Revocations by subject or id in memory, which fill at most half; absent with Redis")
                    .register(metrics);
            Gauge.builder("mintmark.revocation.store.maximum", memory, MemoryRevocations::maximum)
                    .description("Maximum number of entries in memory; absent with Redis")
                    .register(metrics);
        }
    }

    private boolean isReadable() {
        return !(store instanceof RedisRevocations redis) || redis.isReadable();
    }

    private boolean isWritable() {
        if (store instanceof MemoryRevocations memory) {
            return memory.size() < memory.maximum();
        }
        return !(store instanceof RedisRevocations redis) || redis.isWritable();
    }

    /** Whether the store can be read now. A store that could not be written is tried again. */
    boolean isReachable() {
        try {
            isRevoked(List.of(PROBE));
        } catch (RevocationsUnavailableException e) {
            return false;
        }
        try {
            if (store instanceof RedisRevocations redis && !redis.isWritable()) {
                redis.probeWrite();
            }
        } catch (RevocationsUnavailableException e) {
            return true;
        }
        return true;
    }

    @Override
    public Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
        return timed(revocations, () -> store.revoke(key, revocation, until));
    }

    @Override
    public Revocation revokeUnbound(RevocationKey key, Revocation revocation, Instant until) {
        return timed(revocations, () -> store.revokeUnbound(key, revocation, until));
    }

    @Override
    public List<Optional<Revocation>> isRevoked(List<RevocationKey> keys) {
        return timed(lookUps, () -> store.isRevoked(keys));
    }

    @Override
    public Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until) {
        return timed(redemptions, () -> store.redeemOnce(key, now, until));
    }

    private static <T> T timed(Calls calls, Supplier<T> call) {
        long start = System.nanoTime();
        try {
            T answer = call.get();
            calls.answered().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (RevocationsUnavailableException e) {
            calls.unavailable().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            throw e;
        }
    }
}
