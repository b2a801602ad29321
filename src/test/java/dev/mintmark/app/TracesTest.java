package dev.mintmark.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.LogLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** With traces enabled, spans are named by path templates and contain nothing confidential. */
@QuarkusTest
@QuarkusTestResource(value = Collector.class, restrictToAnnotatedClass = true)
class TracesTest {
    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SECRET = "documentation-only-secret-of-32-bytes-or-more!";

    Collector collector;

    /** A line logged during a request contains its trace id. */
    @Test
    void logLinesContainTheTraceId() throws Exception {
        List<String> log;
        try (LogLines lines = new LogLines()) {
            traced().get("/test/unexpected");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> lines.soFar().stream().anyMatch(line -> line.contains("access-log")));
            log = lines.soFar();
        }
        assertThat(log)
                .anyMatch(line -> line.contains("\"traceId\":\"" + TRACE + "\"") && line.contains("\"spanId\":\""));
    }

    @Test
    void spansCarryTheCallersTraceAndTheTemplateAndNothingConfidential() throws Exception {
        Response minted = post("/tokens", "{\"secret\": \"" + SECRET + "\"}");
        String token = minted.path("token");
        String jti = minted.path("id");
        post("/tokens/verify", "{\"token\": \"" + token + "\", \"secret\": \"" + SECRET + "\"}");
        post("/tokens", "{\"expires_in\": {\"" + token + "\": 1}, \"" + token + "\": 1}");
        post("/tokens/verify?token=" + token, "{\"token\": " + token + "}");
        traced().get("/keys/" + jti);
        traced().get("/nowhere/" + token);
        traced().request("MARKER", "/tokens");
        traced().get("/test/unexpected");
        traced().get("/keys/jwks");
        collector.await("/keys/jwks");
        String spans = collector.received();
        assertThat(spans)
                .contains("POST /tokens", "POST /tokens/verify", "GET /keys/{kid}", "GET /keys/jwks", "REDACTED")
                .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1));
        assertThat(spans).doesNotContain("/v1/logs", "/v1/metrics");
        assertThat(List.of(SECRET, "confidential", jti, token, token.substring(token.lastIndexOf('.') + 1), "MARKER"))
                .allSatisfy(confidential -> assertThat(spans).doesNotContain(confidential));
    }

    private static RequestSpecification traced() {
        return given().header("User-Agent", "agent " + SECRET)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    private static Response post(String path, String body) {
        return traced().contentType(ContentType.JSON).body(body).post(path);
    }
}
