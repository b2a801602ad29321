package dev.mintmark.app;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.LogLines;
import dev.mintmark.http.guard.ApiKeyFile;
import dev.mintmark.http.limit.SlowClient;
import dev.mintmark.http.problem.FailingResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** API keys change while the service runs: visible to callers, in readiness, in metrics and in the log. */
@QuarkusTest
@TestProfile(ApiKeyFile.class)
@Tag("slow")
class GuardReloadTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void anInvalidFileIsReportedAndChangesNothingAndAValidOneIsLoaded() throws Exception {
        List<String> log;
        try (LogLines lines = new LogLines()) {
            Files.writeString(ApiKeyFile.path(), ApiKeyFile.lines() + "shop:my-secret-key");
            await(() -> failures() >= 2);
            assertThat(get(management.resolve("/q/health/ready")).asString())
                    .contains("Line 5 is not", "\"callers\": 3")
                    .contains("\"status\": \"UP\"")
                    .doesNotContain("my-secret-key", "DOWN");
            assertThat(status(ApiKeyFile.KEY)).isEqualTo(200);

            Files.writeString(ApiKeyFile.path(), ApiKeyFile.line("shop", "my-secret-key"));
            await(() -> status("my-secret-key") == 200);
            assertThat(status(ApiKeyFile.KEY)).isEqualTo(401);
            assertThat(get(management.resolve("/q/health/ready")).asString())
                    .contains("\"callers\": 1")
                    .doesNotContain("is not");
            assertThat(metrics()).containsPattern("mintmark_guard_reloads_total [1-9]");
            log = lines.soFar();
        } finally {
            Files.writeString(ApiKeyFile.path(), ApiKeyFile.lines());
        }
        await(() -> status(ApiKeyFile.KEY) == 200);
        assertThat(log).filteredOn(line -> line.contains("Line 5 is not")).hasSize(1);
        assertThat(log).noneMatch(line -> line.contains("my-secret-key"));
    }

    /** Requests that wait for a worker thread have passed the guard, which runs on the event loop. */
    @Test
    void aFileIsReloadedWhileAllWorkerThreadsAreBusy() throws Exception {
        int workers = ApiKeyFile.WORKERS;
        FailingResource.holdWaiting();
        List<SlowClient> busy = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                busy.add(SlowClient.get(RestAssured.port, "/test/waiting"));
            }
            await(() -> FailingResource.waitingRequests() == workers);
            Files.writeString(ApiKeyFile.path(), ApiKeyFile.line("shop", "another-key"));
            await(() -> status("no-key-at-all-" + ApiKeyFile.KEY) == 401 && isRefused(ApiKeyFile.KEY));
        } finally {
            FailingResource.answerWaiting();
            Files.writeString(ApiKeyFile.path(), ApiKeyFile.lines());
        }
        for (SlowClient client : busy) {
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
        }
        await(() -> status(ApiKeyFile.KEY) == 200);
    }

    /** A request that is accepted waits for a worker thread, and gets no response. */
    private static boolean isRefused(String key) {
        try (Socket client = new Socket("127.0.0.1", RestAssured.port)) {
            client.setSoTimeout(200);
            client.getOutputStream()
                    .write(("POST /tokens HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: " + key
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith("401");
        } catch (IOException e) {
            return false;
        }
    }

    private double failures() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("mintmark_guard_reload_failures_total "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private String metrics() {
        return get(management.resolve("/q/metrics")).asString();
    }

    private static int status(String key) {
        return given().contentType(ContentType.JSON)
                .header("X-Api-Key", key)
                .body("{}")
                .post("/tokens")
                .statusCode();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
