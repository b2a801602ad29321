package dev.mintmark.app;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.NativeCrypto;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.keys.KeyState;
import dev.mintmark.keys.RingKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metrics of the keys: generation, number, age, reloads and reload failures. */
@Singleton
final class KeyMetrics {
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Counter reloads;
    private final Counter errors;
    private final MultiGauge ages;
    private final Map<Algorithm, Signer> signers = new EnumMap<>(Algorithm.class);
    private volatile Instant lastTaken = Instant.EPOCH;

    /** A signing key, identified by its key id and its thumbprint, because a key id may be reused. */
    private record Signer(String keyId, String thumbprint, Instant since) {}

    KeyMetrics(Issuers issuers, Clock clock, MeterRegistry metrics) {
        KeyRings keyRings = issuers.root().keyRings();
        this.clock = clock;
        this.metrics = metrics;
        reloads = Counter.builder("mintmark.keys.reloads")
                .description("Generations of keys loaded after start-up")
                .register(metrics);
        errors = Counter.builder("mintmark.keys.reload.failures")
                .description("Polls that found the key directory invalid; the last valid keys stay")
                .register(metrics);
        ages = MultiGauge.builder("mintmark.keys.age")
                .description("How long the signing key of the algorithm has been in use, as far as this process knows")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("mintmark.keys.generation", keyRings, KeyMetrics::generation)
                .description("The generation of keys in use; 0 before the first")
                .register(metrics);
        Gauge.builder("mintmark.keys.last.reload.timestamp", this, meters -> meters.lastTaken.getEpochSecond())
                .description("When the keys in use were loaded, in seconds since 1970; 0 before the first")
                .baseUnit("seconds")
                .register(metrics);
        for (KeyState state : KeyState.values()) {
            Gauge.builder("mintmark.keys", keyRings, keys -> count(keys, state))
                    .description("Keys by state: announced, active, retired")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
    }

    /** Records that the crypto provider has been chosen. */
    void chosen() {
        Gauge.builder("mintmark.crypto.info", () -> 1)
                .description("The crypto provider that signs and verifies")
                .tag("crypto", NativeCrypto.isInstalled() ? "native" : "jdk")
                .register(metrics);
    }

    /** Records a ring that is now in use, including the first one. */
    void taken(KeyRing ring) {
        lastTaken = clock.instant();
        Map<Algorithm, Signer> before = Map.copyOf(signers);
        signers.clear();
        for (Algorithm algorithm : ring.algorithms()) {
            RingKey key = ring.signer(algorithm)
                    .flatMap(signer -> signer.keyId().flatMap(ring::find))
                    .orElseThrow();
            Signer now = new Signer(key.keyId(), key.jwk().thumbprint(), lastTaken);
            Signer known = before.getOrDefault(algorithm, now);
            boolean same =
                    known.keyId().equals(now.keyId()) && known.thumbprint().equals(now.thumbprint());
            signers.put(algorithm, same ? known : now);
        }
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        signers.forEach((algorithm, signer) -> rows.add(
                MultiGauge.Row.of(Tags.of("algorithm", algorithm.joseName()), signer, key -> age(key.since()))));
        ages.register(rows, true);
    }

    /** Records a further generation. */
    void reloaded(KeyRing ring) {
        reloads.increment();
        taken(ring);
    }

    /** Records a poll that found the directory invalid. */
    void refused() {
        errors.increment();
    }

    private double age(Instant since) {
        return Duration.between(since, clock.instant()).toSeconds();
    }

    private static double generation(KeyRings keyRings) {
        return keyRings.ring().map(KeyRing::generation).orElse(0);
    }

    private static double count(KeyRings keyRings, KeyState state) {
        return keyRings.ring().stream()
                .flatMap(ring -> ring.keys().stream())
                .filter(key -> key.state() == state)
                .count();
    }
}
