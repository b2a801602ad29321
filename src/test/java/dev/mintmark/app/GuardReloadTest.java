package dev.mintmark.app;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.LogLines;
import dev.mintmark.http.guard.ApiKeyFile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** API keys change while the service runs: visible to callers, in readiness, in metrics and in the log. */
@QuarkusTest
@TestProfile(ApiKeyFile.class)
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

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
