package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.SlowClient;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Pem;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM to the packaged service. A request is accepted if its head is read before {@code quarkus.shutdown.delay} is over, or
 * before SIGTERM without a delay. Every accepted request is answered.
 */
class ShutdownIT {
    private static final int CLIENTS = 8;
    /** The exit code of the Java launcher after SIGTERM. */
    private static final int TERMINATED = 143;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private Path keys;
    private Replica replica;

    @BeforeEach
    void makeAKey() throws Exception {
        RestAssured.replaceFiltersWith(List.of());
        keys = Files.createDirectory(directory.resolve("keys"));
        Files.writeString(keys.resolve("a.pem"), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
    }

    @AfterEach
    void stop() throws Exception {
        replica.kill();
    }

    /** Clients switch to another endpoint when readiness is down, as behind a Kubernetes Service. */
    @Test
    void underLoadNoRequestFailsWhileTheEndpointIsWithdrawn() throws Exception {
        start(Map.of("QUARKUS_SHUTDOWN_DELAY", "10s"));
        AtomicBoolean withdrawn = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger closing = new AtomicInteger();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest mint = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + replica.port() + "/tokens"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"advise\": false}"))
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> load = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                load.add(threads.submit(() -> {
                    while (!withdrawn.get()) {
                        HttpResponse<String> answer = client.send(mint, HttpResponse.BodyHandlers.ofString());
                        assertThat(answer.statusCode()).isEqualTo(200);
                        answered.incrementAndGet();
                        if (answer.headers()
                                .firstValue("Connection")
                                .filter("close"::equals)
                                .isPresent()) {
                            closing.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            awaitAtLeast(answered, 200);
            replica.terminate();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> replica.ready().statusCode() == 503);
            awaitAtLeast(closing, 1);
            withdrawn.set(true);
            for (Future<?> caller : load) {
                caller.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            withdrawn.set(true);
            threads.shutdownNow();
        }
        assertThat(replica.awaitExit()).isEqualTo(TERMINATED);
    }

    @Test
    void acceptedRequestsAreAnsweredAndLaterOnesRefused() throws Exception {
        start(Map.of());
        List<SlowClient> accepted = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            accepted.add(new SlowClient(replica.port(), "/tokens"));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> replica.metrics().contains("mintmark_requests_receiving " + CLIENTS + ".0"));

        replica.terminate();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> replica.post("/tokens", "{}").statusCode() == 503);

        for (SlowClient client : accepted) {
            assertThat(client.finish().head()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(replica.awaitExit()).isEqualTo(TERMINATED);
    }

    private void start(Map<String, String> settings) throws Exception {
        replica = new Replica(directory, keys, settings);
        replica.awaitReady();
    }

    private static void awaitAtLeast(AtomicInteger count, int least) throws InterruptedException {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count.get() >= least);
    }
}
