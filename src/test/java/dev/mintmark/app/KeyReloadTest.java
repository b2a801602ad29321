package dev.mintmark.app;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Pem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mounted directory changes while the service runs: visible in the JWKS, in readiness and in metrics. */
@QuarkusTest
@TestProfile(KeyReloadTest.Mounted.class)
@Tag("slow")
class KeyReloadTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    /** A directory with one key, polled every second. */
    public static final class Mounted implements QuarkusTestProfile {
        static final Path DIRECTORY = directory();

        private static Path directory() {
            try {
                Path directory = Files.createTempDirectory("mintmark-keys");
                write(directory.resolve("1.pem"));
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void write(Path file) throws IOException {
            Files.writeString(file, Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mintmark.keys.directory", DIRECTORY.toString(),
                    "mintmark.keys.poll-interval", "PT1S",
                    "mintmark.keys.announce", "4",
                    "mintmark.algorithm", "ES256");
        }
    }

    @Test
    void anInvalidGenerationIsReportedAndChangesNothingAndAValidOneIsLoaded() throws Exception {
        Path directory = Path.of(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("mintmark.keys.directory", String.class));
        String before = get("/keys/jwks").asString();
        assertThat(get("/keys").<Boolean>path("ephemeral")).isFalse();

        Files.writeString(directory.resolve("2.pem"), "no key");
        await(() -> ready().contains("2.pem"));
        assertThat(ready()).contains("\"status\": \"UP\"").doesNotContain("no key");
        assertThat(get("/keys/jwks").asString()).isEqualTo(before);
        assertThat(metrics()).containsPattern("mintmark_keys_reload_failures_total [1-9]");

        Mounted.write(directory.resolve("2.pem"));
        // Reads both states from one response: on a busy machine the key may be active in the next one.
        AtomicReference<Response> keys = new AtomicReference<>();
        await(() -> {
            keys.set(get("/keys"));
            return keys.get().<Integer>path("generation") > 1;
        });
        assertThat(keys.get().<String>path("keys.find { it.file == '1.pem' }.state"))
                .isEqualTo("active");
        assertThat(keys.get().<String>path("keys.find { it.file == '2.pem' }.state"))
                .isEqualTo("announced");
        assertThat(ready()).doesNotContain("refused");
        await(() -> "active".equals(get("/keys").path("keys.find { it.file == '2.pem' }.state")));
        assertThat(get("/keys").<String>path("keys.find { it.file == '1.pem' }.state"))
                .isEqualTo("retired");
        assertThat(metrics()).containsPattern("mintmark_keys_reloads_total [1-9]");
    }

    /** A mounted key is needed for the longest default lifetime: 30 days. */
    @Test
    void aTokenMayLiveAsLongAsItsKeyStaysPublished() {
        assertThat(rules("30d")).isNotEmpty().doesNotContain("exp-outlives-key");
        assertThat(rules("31d")).contains("exp-outlives-key");
    }

    private static List<String> rules(String life) {
        return given().contentType(ContentType.JSON)
                .body("{\"expires_in\": \"" + life + "\"}")
                .post("/tokens")
                .path("advisories.rule");
    }

    private String ready() {
        return RestAssured.get(management.resolve("/q/health/ready")).asString();
    }

    private String metrics() {
        return RestAssured.get(management.resolve("/q/metrics")).asString();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition::getAsBoolean);
    }
}
