package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.FreshKey;
import dev.mintmark.jose.Pem;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged services with the same keys and one Redis. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {
    private static final int ROUNDS = 1000;

    @TempDir
    static Path directory;

    private static RedisProcess redis;
    private static Replica one;
    private static Replica other;

    @BeforeAll
    static void start() throws Exception {
        redis = new RedisProcess(Files.createDirectory(directory.resolve("redis")));
        Path keys = Files.createDirectory(directory.resolve("keys"));
        Files.writeString(keys.resolve("a.pem"), Pem.insecurePrivateText(FreshKey.of(Algorithm.ES256)));
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
    void ofTwoThatRedeemAtTheSameTimeOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String pair = one.send("/tokens", "{\"refresh\": true, \"advise\": false}")
                        .body();
                String token = pair.replaceFirst(".*\"refresh_token\":\"([^\"]+)\".*", "$1");
                String body = "{\"refresh_token\": \"" + token + "\"}";
                List<Callable<Integer>> both = List.of(
                        () -> one.send("/tokens/refresh", body).statusCode(),
                        () -> other.send("/tokens/refresh", body).statusCode());
                int won = 0;
                for (Future<Integer> status : threads.invokeAll(both, 20, TimeUnit.SECONDS)) {
                    assertThat(status.get()).isIn(200, 400);
                    won += status.get() == 200 ? 1 : 0;
                }
                assertThat(won).as("winners of round %d", round).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Order(2)
    void whatOneRevokesTheOtherRefuses() {
        String token = one.mint();
        assertThat(other.isValid(token)).isTrue();

        assertThat(one.revoke(token).statusCode()).isEqualTo(200);

        assertThat(other.isValid(token)).isFalse();
    }

    @Test
    @Order(3)
    void aKilledReplicaForgetsNothing() throws Exception {
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
        for (int i = 0; i < 100 && one.verify(minted).statusCode() != 200; i++) {
            Thread.sleep(100);
        }
        assertThat(one.isValid(minted)).isTrue();
        assertThat(one.isValid(revoked)).isFalse();
        assertThat(other.isValid(revoked)).isFalse();
        assertThat(one.post("/tokens/refresh", "{\"refresh_token\": \"" + pair + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void unavailable(Response response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isNotBlank();
        assertThat(response.<String>path("code")).isEqualTo("unavailable");
    }
}
