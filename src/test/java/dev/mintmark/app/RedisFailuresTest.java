package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.LogLines;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.RevocationsUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that answers, but not as it should: full, read-only, or with entries of something else. */
@ParameterizedClass
@MethodSource("dev.mintmark.app.RedisBinary#all")
@Tag("slow")
class RedisFailuresTest {
    private static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant LATER = NOW.plusSeconds(3600);

    @TempDir
    Path directory;

    @Parameter
    RedisBinary binary;

    private RedisProcess server;
    private Vertx vertx;
    private RedisAPI redis;
    private RedisRevocations store;
    private SimpleMeterRegistry metrics;
    private MeteredRevocations metered;

    @BeforeEach
    void start() throws Exception {
        server = new RedisProcess(binary, Files.createTempDirectory(directory, "redis"));
        vertx = Vertx.vertx();
        redis = RedisAPI.api(Redis.createClient(vertx, server.url()));
        store = RedisRevocations.connect(redis, Clock.systemUTC(), 1_000);
        metrics = new SimpleMeterRegistry();
        metered = new MeteredRevocations(store, metrics);
    }

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
        server.close();
    }

    @Test
    void aFullStoreIsReadAndNotWrittenAndSaysSoOnce() {
        RevocationKey known = key(Kind.TOKEN);
        metered.revoke(known, Revocation.whole(NOW), LATER);
        configure("maxmemory", "1");
        try (LogLines log = new LogLines()) {
            for (int i = 0; i < 3; i++) {
                rejectsWrites();
                assertThat(metered.isRevoked(List.of(known)).get(0)).isPresent();
                assertThat(metered.revoke(known, Revocation.whole(NOW), NOW.plusSeconds(9)))
                        .isNotNull();
            }
            assertThat(log.of("dev.mintmark.revocations"))
                    .singleElement()
                    .asString()
                    .contains("cannot be written", "full (OOM)");
            assertThat(gauge("up")).isOne();
            assertThat(gauge("writable")).isZero();

            configure("maxmemory", "0");
            assertThat(metered.isReachable()).isTrue();
            assertThat(gauge("writable")).isOne();
            assertThat(log.of("dev.mintmark.revocations"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("can be written again");
        }
    }

    @Test
    void aReadOnlyReplicaIsReadAndNotWrittenAndSaysSoOnce() {
        RevocationKey known = key(Kind.TOKEN);
        metered.revoke(known, Revocation.whole(NOW), LATER);
        // Of a primary that is not there; what it has is still served.
        redis.replicaofAndAwait("127.0.0.1", "1");
        configure("replica-serve-stale-data", "yes");
        try (LogLines log = new LogLines()) {
            for (int i = 0; i < 3; i++) {
                rejectsWrites();
                assertThat(metered.isRevoked(List.of(known)).get(0)).isPresent();
                assertThat(metered.isReachable()).isTrue();
            }
            assertThat(log.of("dev.mintmark.revocations"))
                    .singleElement()
                    .asString()
                    .contains("cannot be written", "READONLY");
        }
    }

    @Test
    void anEntryThatCannotBeReadIsAnOutageOfItselfAlone() {
        RevocationKey list = key(Kind.TOKEN);
        RevocationKey text = key(Kind.TOKEN);
        RevocationKey sound = key(Kind.TOKEN);
        redis.lpushAndAwait(List.of("{mintmark}:" + list, "x"));
        redis.setAndAwait(List.of("{mintmark}:" + text, "yes"));
        metered.revoke(sound, Revocation.whole(NOW), LATER);
        try (LogLines log = new LogLines()) {
            for (RevocationKey key : List.of(list, text)) {
                assertThatThrownBy(() -> metered.isRevoked(List.of(sound, key)))
                        .isInstanceOf(RevocationsUnavailableException.class);
                assertThatThrownBy(() -> metered.revoke(key, Revocation.whole(NOW), LATER))
                        .isInstanceOf(RevocationsUnavailableException.class);
                assertThatThrownBy(() -> metered.redeemOnce(key, NOW, LATER))
                        .isInstanceOf(RevocationsUnavailableException.class);
                assertThat(metered.isRevoked(List.of(sound))).containsExactly(Optional.of(Revocation.whole(NOW)));
            }
            assertThat(log.of("dev.mintmark.revocations"))
                    .singleElement()
                    .asString()
                    .contains("The entry {mintmark}:" + list);
        }
        assertThat(gauge("up")).isOne();
        assertThat(gauge("writable")).isOne();
    }

    @Test
    void unboundRevocationsLeaveHalfOfTheMemory() {
        RevocationKey known = key(Kind.SUBJECT);
        metered.revokeUnbound(known, new Revocation(NOW, NOW), LATER);
        long used = Long.parseLong(
                redis.infoAndAwait(List.of("memory")).toString().replaceFirst("(?s).*\nused_memory:(\\d+).*", "$1"));
        configure("maxmemory", Long.toString(used * 3 / 2));

        assertThatThrownBy(() -> metered.revokeUnbound(key(Kind.SUBJECT), Revocation.whole(NOW), LATER))
                .isInstanceOf(RevocationsUnavailableException.class)
                .hasMessageContaining("half");
        assertThat(metered.revokeUnbound(known, Revocation.whole(NOW), LATER)).isEqualTo(Revocation.whole(NOW));
        metered.revoke(key(Kind.TOKEN), Revocation.whole(NOW), LATER);
        assertThat(metered.redeemOnce(key(Kind.REDEMPTION), NOW, LATER)).isEmpty();
        assertThat(gauge("writable")).isOne();
    }

    private void rejectsWrites() {
        assertThatThrownBy(() -> metered.revoke(key(Kind.TOKEN), Revocation.whole(NOW), LATER))
                .isInstanceOf(RevocationsUnavailableException.class);
        assertThatThrownBy(() -> metered.redeemOnce(key(Kind.REDEMPTION), NOW, LATER))
                .isInstanceOf(RevocationsUnavailableException.class);
    }

    private void configure(String name, String value) {
        redis.configAndAwait(List.of("SET", name, value));
    }

    private double gauge(String name) {
        return metrics.get("mintmark.revocation.store." + name).gauge().value();
    }

    private static RevocationKey key(Kind kind) {
        return RevocationKey.of(
                kind, "https://issuer.example", UUID.randomUUID().toString());
    }
}
