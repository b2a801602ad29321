package dev.mintmark.app;

import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.rules.AllRules;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Context;
import dev.mintmark.advice.Report;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.Subject;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.TokenType;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of metrics: under 100 ns per mint, while signing with ES256 takes tens of microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MetricsBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TokenMetrics events = new TokenMetrics(metrics, new Catalogue(AllRules.list()));
    private final MintedToken token = new MintedToken(
            "", TokenType.ACCESS, JsonMembers.builder().put("alg", "ES256").build(), JsonMembers.EMPTY, Optional.empty(), Optional.empty(), NOW);
    private final Report report = report();

    private final MemoryRevocations store = new MemoryRevocations(Clock.systemUTC(), 10);
    private final MeteredRevocations metered = new MeteredRevocations(store, metrics);
    private final List<RevocationKey> keys = List.of(RevocationKey.of(RevocationKey.Kind.TOKEN, "i", "j"));

    /** The advice on an ordinary mint, with three advisories or more. */
    private static Report report() {
        WellKnownSecrets secrets = WellKnownSecrets.load(Optional.empty());
        Subject spec = new Subject.Spec(
                JsonMembers.parse(StrictJson.bytes(Map.of("alg", "RS256", "typ", "JWT"))),
                JsonMembers.parse(StrictJson.bytes(Map.of("iss", "http://localhost:8080", "iat", 1, "exp", 900))),
                Subject.KnownKeys.NONE,
                Optional.empty(),
                OptionalInt.of(700));
        try (SecretScan scan = new SecretScan(secrets, SecretScan.DEFAULT_TIMEOUT)) {
            return new Advisor(new Catalogue(AllRules.list()), secrets, scan).advise(spec, Context.at(NOW));
        }
    }

    @Benchmark
    public void mint() {
        events.minted(token);
    }

    @Benchmark
    public void adviceOnAMint() {
        events.advised(report);
    }

    @Benchmark
    public List<Optional<Revocation>> lookUp() {
        return store.isRevoked(keys);
    }

    @Benchmark
    public List<Optional<Revocation>> lookUpWithAWatch() {
        return metered.isRevoked(keys);
    }
}
