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

/** Measures how long each call of the revocation store takes, and whether the last call succeeded. */
final class MeteredRevocations implements Revocations {
    /** Matches no token. */
    private static final RevocationKey PROBE = RevocationKey.of(RevocationKey.Kind.TOKEN, "", "");

    private final Revocations store;
    private final Calls lookUps;
    private final Calls redemptions;
    private final Calls revocations;
    private volatile boolean reachable = true;

    /** The calls of one kind. */
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
        Gauge.builder("mintmark.revocation.store.up", this, metered -> metered.reachable ? 1 : 0)
                .description(
                        "1 if the revocation store answered the last call, including those of the readiness probe, else 0")
                .register(metrics);
        if (store instanceof MemoryRevocations memory) {
            Gauge.builder("mintmark.revocation.store.entries", memory, MemoryRevocations::size)
                    .description("Revocations and redemptions in memory; absent with Redis")
                    .register(metrics);
        }
    }

    /** Calls the store and returns whether it answered. */
    boolean isReachable() {
        try {
            isRevoked(List.of(PROBE));
            return true;
        } catch (RevocationsUnavailableException e) {
            return false;
        }
    }

    @Override
    public Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
        return timed(revocations, () -> store.revoke(key, revocation, until));
    }

    @Override
    public List<Optional<Revocation>> isRevoked(List<RevocationKey> keys) {
        return timed(lookUps, () -> store.isRevoked(keys));
    }

    @Override
    public Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until) {
        return timed(redemptions, () -> store.redeemOnce(key, now, until));
    }

    private <T> T timed(Calls calls, Supplier<T> call) {
        long start = System.nanoTime();
        try {
            T answer = call.get();
            calls.answered().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            reachable = true;
            return answer;
        } catch (RevocationsUnavailableException e) {
            calls.unavailable().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            reachable = false;
            throw e;
        }
    }
}
