package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.revoke.RevocationsContract;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs against every available server. */
@ParameterizedClass
@MethodSource("dev.mintmark.app.RedisBinary#all")
@Tag("slow")
class RedisRevocationsTest extends RevocationsContract {
    @TempDir
    static Path directory;

    /** More than all tests together write without a token. */
    private static final int MAXIMUM = 1_000;

    private static RedisProcess server;
    private static Vertx vertx;
    private static RedisAPI one;
    private static RedisAPI other;

    @Parameter
    RedisBinary binary;

    private boolean odd;

    @BeforeParameterizedClassInvocation
    static void startRedis(RedisBinary binary) throws Exception {
        server = new RedisProcess(binary, Files.createTempDirectory(directory, "redis"));
        vertx = Vertx.vertx();
        one = RedisAPI.api(Redis.createClient(vertx, server.url()));
        other = RedisAPI.api(Redis.createClient(vertx, server.url()));
        // The first answer of a cold client may take longer than the timeout of the store.
        awaitReachable(metered(new RedisRevocations(one, Clock.systemUTC(), MAXIMUM)));
        awaitReachable(metered(new RedisRevocations(other, Clock.systemUTC(), MAXIMUM)));
    }

    @AfterParameterizedClassInvocation
    static void stopRedis() {
        vertx.closeAndAwait();
        server.close();
    }

    @Override
    protected Revocations revocations() {
        odd = !odd;
        return new RedisRevocations(odd ? one : other, Clock.systemUTC(), MAXIMUM);
    }

    @Test
    void everyEntryHasItsTimeToLiveUnderThePrefix() {
        RevocationKey key = key(Kind.TOKEN);
        revocations().revoke(key, Revocation.whole(NOW), NOW.plusSeconds(1000));
        revocations().revoke(key, Revocation.whole(NOW), NOW.plusSeconds(500));

        assertThat(one.ttlAndAwait("{mintmark}:" + key).toInteger()).isBetween(900, 1000);
        assertThat(one.keysAndAwait("*")).allSatisfy(name -> {
            assertThat(name.toString()).startsWith("{mintmark}:");
            assertThat(one.ttlAndAwait(name.toString()).toInteger()).isPositive();
        });
    }

    /** Without a maxmemory nothing else bounds what a client can store without a token. */
    @Test
    void unboundRevocationsAreCountedWhereRedisHasNoMaximumOfMemory() {
        var unused = one.flushallAndAwait(List.of());
        Revocations store = new RedisRevocations(one, Clock.systemUTC(), 4);
        Revocation whole = Revocation.whole(NOW);
        RevocationKey first = key(Kind.SUBJECT);
        store.revokeUnbound(first, whole, NOW.plusSeconds(1000));
        store.revokeUnbound(key(Kind.SUBJECT), whole, NOW.plusSeconds(500));
        RevocationKey third = key(Kind.SUBJECT);
        assertThatThrownBy(() -> store.revokeUnbound(third, whole, NOW.plusSeconds(500)))
                .hasMessageContaining("half");
        assertThat(store.isRevoked(List.of(third))).containsExactly(Optional.empty());

        store.revokeUnbound(first, whole, NOW.plusSeconds(2000));
        store.revoke(key(Kind.TOKEN), whole, NOW.plusSeconds(1000));
        assertThat(store.redeemOnce(key(Kind.REDEMPTION), NOW, NOW.plusSeconds(1000)))
                .isEmpty();

        // A token bound the first one, so it does not count any more.
        store.revoke(first, whole, NOW.plusSeconds(1000));
        store.revokeUnbound(third, whole, NOW.plusSeconds(500));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(600));
        new RedisRevocations(one, later, 4).revokeUnbound(key(Kind.SUBJECT), whole, NOW.plusSeconds(5000));
    }

    @Test
    void anOutageIsReportedAtOnceAndEndsWithoutDataLoss() throws Exception {
        MeterRegistry metrics = new SimpleMeterRegistry();
        MeteredRevocations store = new MeteredRevocations(revocations(), metrics);
        Gauge up = metrics.get("mintmark.revocation.store.up").gauge();
        RevocationKey key = key(Kind.FAMILY);
        store.revoke(key, Revocation.whole(NOW), NOW.plusSeconds(1000));
        assertThat(store.isReachable()).isTrue();
        assertThat(up.value()).isOne();

        server.stop();
        long before = System.nanoTime();
        assertThatThrownBy(() -> store.isRevoked(List.of(key))).isInstanceOf(RevocationsUnavailableException.class);
        assertThatThrownBy(() -> store.redeemOnce(key(Kind.REDEMPTION), NOW, NOW.plusSeconds(9)))
                .isInstanceOf(RevocationsUnavailableException.class);
        assertThatThrownBy(() -> store.revoke(key, Revocation.whole(NOW), NOW.plusSeconds(9)))
                .isInstanceOf(RevocationsUnavailableException.class);
        assertThat(store.isReachable()).isFalse();
        assertThat(up.value()).isZero();
        assertThat(System.nanoTime() - before).isLessThan(4_000_000_000L);

        server.start();
        awaitReachable(store);
        assertThat(store.isRevoked(List.of(key))).containsExactly(Optional.of(Revocation.whole(NOW)));
        assertThat(up.value()).isOne();
        assertThat(calls(metrics, "revoke", "answered")).isOne();
        assertThat(calls(metrics, "revoke", "unavailable")).isOne();
        assertThat(calls(metrics, "redeem", "unavailable")).isOne();
        assertThat(calls(metrics, "look_up", "unavailable")).isGreaterThanOrEqualTo(2);
    }

    private static long calls(MeterRegistry metrics, String operation, String outcome) {
        return metrics.get("mintmark.revocation.store")
                .tags("operation", operation, "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void aHangingStoreIsAnOutageThatOnlyOneCallerWaitsFor() throws Exception {
        MeteredRevocations store = metered(revocations());
        RevocationKey key = key(Kind.FAMILY);
        store.revoke(key, Revocation.whole(NOW), NOW.plusSeconds(1000));
        ExecutorService thread = Executors.newSingleThreadExecutor();

        server.hang();
        try {
            unavailable(store, key);
            boolean waited = true;
            for (int round = 0; waited && round < 5; round++) {
                // Long enough for the next call of the store.
                Thread.sleep(400);
                CountDownLatch asking = new CountDownLatch(1);
                Future<?> first = thread.submit(() -> {
                    asking.countDown();
                    unavailable(store, key);
                });
                asking.await();
                Thread.sleep(50);
                unavailable(store, key);
                waited = first.isDone();
                first.get(20, TimeUnit.SECONDS);
            }
            assertThat(waited)
                    .as("The second caller waits as long as the first")
                    .isFalse();
        } finally {
            thread.shutdownNow();
            server.wakeUp();
        }

        awaitReachable(store);
        assertThat(store.isRevoked(List.of(key))).containsExactly(Optional.of(Revocation.whole(NOW)));
    }

    private static void unavailable(Revocations store, RevocationKey key) {
        assertThatThrownBy(() -> store.isRevoked(List.of(key))).isInstanceOf(RevocationsUnavailableException.class);
    }

    private static MeteredRevocations metered(Revocations store) {
        return new MeteredRevocations(store, new SimpleMeterRegistry());
    }

    private static void awaitReachable(MeteredRevocations store) throws InterruptedException {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(store::isReachable);
    }
}
