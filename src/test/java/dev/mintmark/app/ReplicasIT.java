package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Pem;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two packaged services with the same keys and one Redis. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {
    private static final int ROUNDS = 1000;
    private static final int CLIENTS = 4;

    @TempDir
    static Path directory;

    private static RedisProcess redis;
    private static Replica one;
    private static Replica other;

    @BeforeAll
    static void start() throws Exception {
        redis = new RedisProcess(Files.createDirectory(directory.resolve("redis")));
        Path keys = Files.createDirectory(directory.resolve("keys"));
        Files.writeString(keys.resolve("a.pem"), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
        RestAssured.replaceFiltersWith(List.of());
        one = new Replica(directory, keys, redis.url());
        other = new Replica(directory, keys, redis.url());
        one.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        one.kill();
        other.kill();
        redis.close();
    }

    @Test
    @Order(1)
    void onlyOneOfTwoConcurrentRedemptionsSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int slow = 0;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String pair = one.send("/tokens", "{\"refresh\": true, \"advise\": false}")
                        .body();
                String token = pair.replaceFirst(".*\"refresh_token\":\"([^\"]+)\".*", "$1");
                String body = "{\"refresh_token\": \"" + token + "\"}";
                List<Callable<Integer>> both = List.of(
                        () -> one.send("/tokens/refresh", body).statusCode(),
                        () -> other.send("/tokens/refresh", body).statusCode());
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> status : threads.invokeAll(both, 20, TimeUnit.SECONDS)) {
                    statuses.add(status.get());
                }
                // On a busy machine the store may time out.
                slow += statuses.contains(503) ? 1 : 0;
                assertThat(statuses).as("round %d", round).isSubsetOf(200, 400, 503);
                assertThat(Collections.frequency(statuses, 200))
                        .as("winners of round %d", round)
                        .isBetween(statuses.contains(503) ? 0 : 1, 1);
            }
            assertThat(slow).isLessThan(ROUNDS / 20);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Order(2)
    void aRevocationAtOneReplicaAppliesAtTheOther() {
        String token = one.mint();
        assertThat(other.isValid(token)).isTrue();

        assertThat(one.revoke(token).statusCode()).isEqualTo(200);

        assertThat(other.isValid(token)).isFalse();
    }

    @Test
    @Order(3)
    void aKilledReplicaLosesNoRevocation() throws Exception {
        String token = one.mint();
        assertThat(one.revoke(token).statusCode()).isEqualTo(200);

        one.kill();
        one.start();
        one.awaitReady();

        assertThat(one.isValid(token)).isFalse();
    }

    @Test
    @Order(4)
    void anOutageIsA503AndHealsAndLosesNothing() throws Exception {
        String revoked = one.mint();
        String pair = one.post("/tokens", "{\"refresh\": true}").path("refresh_token");
        assertThat(one.revoke(revoked).statusCode()).isEqualTo(200);

        redis.stop();
        for (int i = 0; i < 3; i++) {
            unavailable(one.verify(revoked));
            unavailable(one.revoke(revoked));
            unavailable(one.post("/tokens/refresh", "{\"refresh_token\": \"" + pair + "\"}"));
        }
        assertThat(one.post("/tokens/verify", "{\"mode\": \"signature\", \"token\": \"" + revoked + "\"}")
                        .<Boolean>path("valid"))
                .isTrue();
        String minted = one.mint();
        assertThat(one.post("/tokens/decode", "{\"token\": \"" + minted + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(one.post("/advisories", "{\"token\": \"" + minted + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(one.get("/keys/jwks").statusCode()).isEqualTo(200);
        Response ready = one.ready();
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.<Boolean>path("checks.find { it.name == 'revocations' }.data.reachable"))
                .isFalse();

        redis.start();
        awaitHealed();
        assertThat(one.isValid(minted)).isTrue();
        assertThat(one.isValid(revoked)).isFalse();
        assertThat(other.isValid(revoked)).isFalse();
        assertThat(one.post("/tokens/refresh", "{\"refresh_token\": \"" + pair + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** How the outage of the store begins and ends. */
    private enum Outage {
        STOPPED {
            @Override
            void begin() throws Exception {
                redis.stop();
            }

            @Override
            void end() throws Exception {
                redis.start();
            }
        },
        HANGING {
            @Override
            void begin() throws Exception {
                redis.hang();
            }

            @Override
            void end() throws Exception {
                redis.wakeUp();
            }
        };

        abstract void begin() throws Exception;

        abstract void end() throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    @Order(5)
    void inTheMiddleOfALoadAnOutageIsA503AndNothingAcknowledgedIsLost(Outage outage) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<OutageClient>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(new OutageClient(one, other, () -> !over.get())));
            }
            Thread.sleep(1000);
            outage.begin();
            Thread.sleep(2500);
            outage.end();
            awaitHealed();
            Thread.sleep(1000);
            over.set(true);
            for (Future<OutageClient> client : clients) {
                OutageClient seen = client.get(30, TimeUnit.SECONDS);
                assertThat(seen.errors).isPositive();
                assertThat(seen.revoked).isNotEmpty();
                assertThat(seen.redeemed).isNotEmpty();
                seen.assertNoRevocationIsLost();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Order(6)
    void concurrentRequestsShareConnections() throws Exception {
        String body = "{\"token\": \"" + one.mint() + "\"}";
        List<Callable<String>> many =
                Collections.nCopies(150, () -> one.send("/tokens/verify", body).body());
        ExecutorService threads = Executors.newFixedThreadPool(many.size());
        try {
            for (Future<String> answer : threads.invokeAll(many, 30, TimeUnit.SECONDS)) {
                // On a slow machine some requests may time out with another message.
                assertThat(answer.get()).doesNotContain("cannot be reached");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitHealed() throws Exception {
        String token = one.mint();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> isOpen(one, token) && isOpen(other, token));
    }

    private static boolean isOpen(Replica replica, String token) {
        return replica.verify(token).statusCode() == 200;
    }

    private static void unavailable(Response response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isNotBlank();
        assertThat(response.<String>path("code")).isEqualTo("unavailable");
    }
}
