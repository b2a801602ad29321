package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsContract;
import dev.mintmark.tokens.RevocationsUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisRevocationsTest extends RevocationsContract {
    @TempDir
    static Path directory;

    private static RedisProcess server;
    private static Vertx vertx;
    private static RedisAPI one;
    private static RedisAPI other;
    private boolean odd;

    @BeforeAll
    static void startRedis() throws Exception {
        server = new RedisProcess(directory);
        vertx = Vertx.vertx();
        one = RedisAPI.api(Redis.createClient(vertx, server.url()));
        other = RedisAPI.api(Redis.createClient(vertx, server.url()));
    }

    @AfterAll
    static void stopRedis() throws Exception {
        vertx.closeAndAwait();
        server.close();
    }

    @Override
    protected Revocations revocations() {
        odd = !odd;
        return new RedisRevocations(odd ? one : other, Clock.systemUTC());
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

    @Test
    void anOutageIsSaidAtOnceAndHealsByItselfAndLosesNothing() throws Exception {
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
        for (int i = 0; i < 50 && !store.isReachable(); i++) {
            Thread.sleep(100);
        }
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
}
