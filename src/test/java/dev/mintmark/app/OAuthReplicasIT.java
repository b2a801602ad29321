package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Logins at two packaged services with the same keys and one Redis. Every step of a login may meet another service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OAuthReplicasIT {
    private static final int ROUNDS = 10;
    private static final int USES = 8;

    private static final long BETWEEN_LOGINS_MILLIS = 1000 / 50;

    @TempDir
    static Path directory;

    private static RedisProcess redis;
    private static MountedReplicas replicas;
    private final LoginClient client = new LoginClient();

    @BeforeAll
    static void start() throws Exception {
        RestAssured.replaceFiltersWith(List.of());
        redis = new RedisProcess(Files.createDirectory(directory.resolve("redis")));
        replicas = new MountedReplicas(directory, redis.url());
    }

    @AfterAll
    static void stop() throws Exception {
        replicas.stop();
        redis.close();
    }

    @Test
    @Order(1)
    void ofEightUsesOfACodeOnTwoReplicasOneWinsAndItsTokensAreRevoked() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(USES);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                LoginClient.Login login = client.byHint(replicas.get(round));
                List<Callable<HttpResponse<String>>> uses = IntStream.range(0, USES)
                        .<Callable<HttpResponse<String>>>mapToObj(i -> () -> client.redeem(replicas.get(i), login))
                        .toList();
                List<HttpResponse<String>> answers = new ArrayList<>();
                for (Future<HttpResponse<String>> use : threads.invokeAll(uses, 60, TimeUnit.SECONDS)) {
                    answers.add(use.get());
                }
                checkRace(round, answers);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** On a busy machine the store may time out, which is a 503 and no use. */
    private void checkRace(int round, List<HttpResponse<String>> answers) throws Exception {
        List<Integer> statuses = answers.stream().map(HttpResponse::statusCode).toList();
        assertThat(statuses).as("round %d", round).isSubsetOf(200, 400, 503);
        List<HttpResponse<String>> winners =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(winners).as("round %d: %s", round, statuses).hasSizeBetween(statuses.contains(503) ? 0 : 1, 1);
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() == 400) {
                assertThat(LoginClient.member(answer, "error")).isEqualTo("invalid_grant");
            }
        }
        if (!statuses.contains(503)) {
            String access = LoginClient.member(winners.get(0), "access_token");
            for (int i = 0; i < 2; i++) {
                assertThat(client.userinfo(replicas.get(i), access).statusCode())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    @Order(2)
    void noLoginFailsWhileTheKeysAreRotated() throws Exception {
        List<Future<?>> logins = new ArrayList<>();
        AtomicInteger count = new AtomicInteger();
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            var unused = pace.scheduleAtFixedRate(
                    () -> logins.add(threads.submit(() -> login(count.getAndIncrement()))),
                    0,
                    BETWEEN_LOGINS_MILLIS,
                    TimeUnit.MILLISECONDS);
            replicas.announce("b.pem");
            TimeUnit.SECONDS.sleep(2);
            replicas.activate("b.pem");
            TimeUnit.SECONDS.sleep(2);
            pace.shutdown();
            assertThat(pace.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            for (Future<?> login : logins) {
                login.get(120, TimeUnit.SECONDS);
            }
            assertThat(logins).hasSizeGreaterThan(200);
        } finally {
            pace.shutdownNow();
            threads.shutdownNow();
        }
    }

    /** On a busy machine the store may time out. The keys did not fail then, and the user signs in again. */
    private Void login(int number) throws Exception {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = attempt(number);
            if (answer.statusCode() == 200) {
                return null;
            }
            assertThat(answer.body()).contains("The store of revocations cannot be reached");
        }
        throw new AssertionError("The store does not answer");
    }

    private HttpResponse<String> attempt(int number) throws Exception {
        Replica one = replicas.get(number);
        Replica other = replicas.get(number + 1);
        LoginClient.Login login = number % 3 == 0 ? client.byPage(one, other) : client.byHint(one);
        if (number % 3 == 1) {
            login = client.silently(other, login);
        }
        HttpResponse<String> tokens = client.redeem(other, login);
        if (tokens.statusCode() != 200) {
            return tokens;
        }
        JWSObject id = JWSObject.parse(LoginClient.member(tokens, "id_token"));
        JWKSet keys = JWKSet.parse(one.fetch("/issuers/acme/jwks").body());
        JWK key = keys.getKeyByKeyId(id.getHeader().getKeyID());
        assertThat(id.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return client.userinfo(one, LoginClient.member(tokens, "access_token"));
    }

    @Test
    @Order(3)
    void whileTheStoreIsGoneAnswersAre503AndNoLoginIsLost() throws Exception {
        Replica one = replicas.get(0);
        LoginClient.Login login = client.byHint(one);
        HttpResponse<String> tokens = client.redeem(one, client.silently(one, login));
        String refresh = LoginClient.member(tokens, "refresh_token");

        redis.stop();
        Map<String, String> refreshing =
                Map.of("grant_type", "refresh_token", "client_id", "web", "refresh_token", refresh);
        unavailable(client.redeem(one, login));
        unavailable(client.post(one, "token", refreshing));
        unavailable(client.userinfo(one, LoginClient.member(tokens, "access_token")));
        unavailable(client.post(one, "introspect", Map.of("client_id", "w", "client_secret", "s", "token", refresh)));
        unavailable(client.post(one, "revoke", Map.of("client_id", "web", "token", refresh)));
        Map<String, String> hint = Map.of("id_token_hint", LoginClient.member(tokens, "id_token"));
        assertThat(client.post(one, "logout", hint).statusCode()).isEqualTo(503);
        assertThat(client.post(one, "token", Map.of("grant_type", "client_credentials", "client_id", "batch"))
                        .statusCode())
                .isEqualTo(200);
        LoginClient.Login meanwhile = client.byHint(one);

        redis.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.redeem(replicas.get(1), meanwhile).statusCode() == 200);
        Replica other = replicas.get(1);
        assertThat(client.redeem(other, login).statusCode()).isEqualTo(200);
        assertThat(client.post(other, "token", refreshing).statusCode()).isEqualTo(200);
    }

    private static void unavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(LoginClient.member(response, "error")).isEqualTo("temporarily_unavailable");
    }
}
