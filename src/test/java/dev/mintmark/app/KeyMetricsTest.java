package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.FixedClock;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.TestOperations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMetricsTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path directory;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final FixedClock clock = new FixedClock(START);

    @Test
    void theAgeOfAKeyCountsFromItsFirstSignature() throws Exception {
        write("1.pem", Algorithm.ES256);
        write("2.pem", Algorithm.EDDSA);
        KeyRings keyRings = KeyRings.load(directory, 0, JwsEngine.PLAIN);
        KeyMetrics meters = new KeyMetrics(new Issuers(keyRings, TestOperations.DEFAULTS), clock, metrics);
        meters.taken(keyRings.require());
        clock.pass(Duration.ofSeconds(100));
        assertThat(age("ES256")).isEqualTo(100);
        assertThat(age("EdDSA")).isEqualTo(100);
        assertThat(keys("active")).isEqualTo(2);

        write("3.pem", Algorithm.ES256);
        meters.reloaded(keyRings.poll().ring().orElseThrow());
        clock.pass(Duration.ofSeconds(10));
        assertThat(age("ES256")).isEqualTo(10);
        assertThat(age("EdDSA")).isEqualTo(110);
        assertThat(keys("active")).isEqualTo(2);
        assertThat(keys("retired")).isOne();
        assertThat(gauge("mintmark.keys.generation")).isEqualTo(2);
        assertThat(gauge("mintmark.keys.last.reload.timestamp"))
                .isEqualTo(START.plusSeconds(100).getEpochSecond());

        Files.delete(directory.resolve("2.pem"));
        meters.reloaded(keyRings.poll().ring().orElseThrow());
        assertThat(metrics.find("mintmark.keys.age").gauges())
                .extracting(gauge -> gauge.getId().getTag("algorithm"))
                .containsExactly("ES256");
        assertThat(age("ES256")).isEqualTo(10);
    }

    @Test
    void aDifferentKeyWithTheSameIdCountsAsNew() throws Exception {
        Files.writeString(directory.resolve("a.hs256.secret"), "documentation-only-secret-of-32-bytes-or-more!");
        KeyRings keyRings = KeyRings.load(directory, 0, JwsEngine.PLAIN);
        KeyMetrics meters = new KeyMetrics(new Issuers(keyRings, TestOperations.DEFAULTS), clock, metrics);
        meters.taken(keyRings.require());
        clock.pass(Duration.ofSeconds(100));

        Files.writeString(directory.resolve("a.hs256.secret"), "documentation-only-secret-of-32-bytes-or-more?");
        meters.reloaded(keyRings.poll().ring().orElseThrow());

        assertThat(age("HS256")).isZero();
    }

    private void write(String file, Algorithm algorithm) throws IOException {
        Files.writeString(directory.resolve(file), Pem.insecurePrivateText(GeneratedKey.of(algorithm)));
    }

    private double age(String algorithm) {
        return gauge("mintmark.keys.age", "algorithm", algorithm);
    }

    private double keys(String state) {
        return gauge("mintmark.keys", "state", state);
    }

    private double gauge(String name, String... tags) {
        Gauge gauge = metrics.get(name).tags(tags).gauge();
        return gauge.value();
    }
}
