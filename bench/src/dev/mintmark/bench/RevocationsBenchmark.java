package dev.mintmark.bench;

import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A million active revocations in memory: under 200 MB of heap, and under 1 µs per lookup. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RevocationsBenchmark {
    private static final int MILLION = 1_000_000;
    private static final String ISSUER = "https://issuer.example";

    private final String[] ids = new String[1024];
    private final RevocationKey[] keys = new RevocationKey[1024];
    private MemoryRevocations store;
    private int next;

    @Setup
    public void fill() {
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        long before = used();
        store = new MemoryRevocations(clock, MILLION);
        for (int i = 0; i < MILLION; i++) {
            String id = UUID.randomUUID().toString();
            RevocationKey key = RevocationKey.of(Kind.TOKEN, ISSUER, id);
            ids[i % ids.length] = id;
            keys[i % keys.length] = key;
            store.revoke(key, Revocation.whole(now), now.plusSeconds(86_400));
        }
        System.out.printf("%n%d revocations take %.1f MB%n", store.size(), (used() - before) / 1e6);
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Benchmark
    public List<Optional<Revocation>> lookUpOfAKey() {
        return store.isRevoked(List.of(keys[next++ & 1023]));
    }

    @Benchmark
    public List<Optional<Revocation>> lookUpOfAnId() {
        return store.isRevoked(List.of(RevocationKey.of(Kind.TOKEN, ISSUER, ids[next++ & 1023])));
    }

    @Benchmark
    public List<Optional<Revocation>> allThatAVerificationNeeds() {
        String id = ids[next++ & 1023];
        return store.isRevoked(List.of(
                RevocationKey.of(Kind.TOKEN, ISSUER, id),
                RevocationKey.of(Kind.FAMILY, "", id),
                RevocationKey.of(Kind.SUBJECT, ISSUER, "alice")));
    }
}
