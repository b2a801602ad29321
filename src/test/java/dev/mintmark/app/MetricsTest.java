package dev.mintmark.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The metrics on the management port after real requests. */
@QuarkusTest
class MetricsTest {
    private static final Pattern ROW = Pattern.compile("\\| `((?:mintmark|http)_[a-z_]+)` \\|(.*?)\\|");
    private static final Pattern LABEL_IN_DOCS = Pattern.compile("`([a-z_]+)`");
    private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @TestHTTPResource("/")
    URI service;

    @Test
    void mintsAreCountedByAlgorithmAndType() {
        Scrape before = Scrape.of(management);
        post("/tokens", "{\"algorithm\": \"ES384\", \"type\": \"id\"}", 200);
        post("/tokens", "{\"algorithm\": \"Ed25519\", \"refresh\": true}", 200);
        post("/tokens", "{\"algorithm\": \"ES384\", \"type\": \"id\", \"expires_in\": \"7300d\"}", 422);

        assertGrowth(before, "mintmark_tokens_minted_total{algorithm=\"ES384\",type=\"id\"}", 1);
        assertGrowth(before, "mintmark_tokens_minted_total{algorithm=\"EdDSA\",type=\"access\"}", 1);
        assertGrowth(before, "mintmark_tokens_minted_total{algorithm=\"EdDSA\",type=\"refresh\"}", 1);
    }

    @Test
    void aVerdictIsCountedOnceByItsFirstFailure() {
        String token = post("/tokens", "{}", 200).path("token");
        String expired = post("/tokens", "{\"issued_at\": \"-2h\", \"expires_at\": \"-1h\"}", 200)
                .path("token");
        Scrape before = Scrape.of(management);
        verify(token);
        verify(expired);
        verify(expired.substring(0, expired.lastIndexOf('.')) + token.substring(token.lastIndexOf('.')));
        verify("no token");
        post("/tokens/verify", "{\"token\": \"" + expired + "\", \"expect\": {\"audience\": \"a\"}}", 200);

        assertGrowth(before, "mintmark_verdicts_total{outcome=\"valid\"}", 1);
        assertGrowth(before, "mintmark_verdicts_total{outcome=\"expired\"}", 2);
        assertGrowth(before, "mintmark_verdicts_total{outcome=\"signature_invalid\"}", 1);
        assertGrowth(before, "mintmark_verdicts_total{outcome=\"malformed\"}", 1);
        assertGrowth(before, "mintmark_verdicts_total{outcome=\"audience_mismatch\"}", 0);
    }

    @Test
    void refreshesAndRevocationsAreCountedByOutcome() {
        String refresh = post("/tokens", "{\"refresh\": true}", 200).path("refresh_token");
        String token = post("/tokens", "{}", 200).path("token");
        Scrape before = Scrape.of(management);
        post("/tokens/refresh", "{\"refresh_token\": \"" + refresh + "\"}", 200);
        post("/tokens/refresh", "{\"refresh_token\": \"" + refresh + "\"}", 400);
        post("/tokens/refresh", "{\"refresh_token\": \"" + token + "\"}", 400);
        post("/tokens/revoke", "{\"token\": \"" + token + "\"}", 200);
        post("/tokens/revoke", "{\"subject\": \"metered\"}", 200);
        post("/tokens/revoke", "{\"token\": \"no token\"}", 400);

        assertGrowth(before, "mintmark_refreshes_total{outcome=\"redeemed\"}", 1);
        assertGrowth(before, "mintmark_tokens_minted_total{algorithm=\"RS256\",type=\"refresh\"}", 1);
        assertGrowth(before, "mintmark_refreshes_total{outcome=\"reused\"}", 1);
        assertGrowth(before, "mintmark_refreshes_total{outcome=\"type_mismatch\"}", 1);
        assertGrowth(before, "mintmark_revocations_total{kind=\"token\"}", 1);
        assertGrowth(before, "mintmark_revocations_total{kind=\"subject\"}", 1);
    }

    @Test
    void theRevocationStoreIsTimedAndCounted() {
        String token = post("/tokens", "{}", 200).path("token");
        Scrape before = Scrape.of(management);
        verify(token);
        post("/tokens/revoke", "{\"token\": \"" + token + "\"}", 200);

        String calls = "mintmark_revocation_store_seconds_count{operation=\"%s\",outcome=\"answered\"}";
        assertGrowth(before, calls.formatted("look_up"), 1);
        assertGrowth(before, calls.formatted("revoke"), 1);
        assertGrowth(before, "mintmark_revocation_store_entries", 1);
        Scrape after = Scrape.of(management);
        assertThat(after.value("mintmark_revocation_store_up")).isOne();
        assertThat(
                        after.value(
                                "mintmark_revocation_store_seconds_bucket{operation=\"look_up\",outcome=\"answered\",le=\"+Inf\"}"))
                .isPositive();
    }

    @Test
    void advisoriesAreCountedByRuleAndSeverity() {
        Scrape before = Scrape.of(management);
        post("/advisories", "{\"spec\": {\"audience\": \"*\"}}", 200);
        post("/tokens", "{\"audience\": \"*\"}", 200);
        post("/tokens", "{\"audience\": \"*\", \"advise\": false}", 200);

        assertGrowth(before, "mintmark_advisories_total{rule=\"aud-wildcard\",severity=\"critical\"}", 2);
    }

    @Test
    void keysAreCountedAndHaveAnAge() {
        post("/tokens", "{\"algorithm\": \"HS512\"}", 200);
        Scrape scrape = Scrape.of(management);
        assertThat(scrape.value("mintmark_keys{state=\"active\"}")).isEqualTo(13);
        assertThat(scrape.value("mintmark_keys{state=\"retired\"}")).isZero();
        assertThat(scrape.value("mintmark_keys_generation")).isOne();
        assertThat(scrape.lines("mintmark_keys_age_seconds{")).hasSize(13);
        assertThat(scrape.value("mintmark_keys_age_seconds{algorithm=\"HS512\"}"))
                .isBetween(0.0, 3600.0);
        assertThat(scrape.value("mintmark_keys_last_reload_timestamp_seconds")).isGreaterThan(1_700_000_000);
    }

    /** Otherwise a caller could create a series with each request, or put a token into a label. */
    @Test
    void noLabelOfHttpMetricsContainsTextOfACaller() throws Exception {
        List<String> requests = List.of(
                "GET /foo/marker HTTP/1.1",
                "GET /tokens?marker=1 HTTP/1.1",
                "GET /keys/marker HTTP/1.1",
                "PUT /keys/marker HTTP/1.1",
                "POST /advisories/marker HTTP/1.1",
                "POST /tokens/marker HTTP/1.1\r\nContent-Type: application/json",
                "POST /foo/marker HTTP/1.1\r\nContent-Length: 99999999",
                "POST /foo/marker HTTP/1.1\r\nExpect: marker\r\nContent-Length: 9",
                "MARKER /tokens HTTP/1.1",
                "MARKER /marker HTTP/1.1\r\nContent-Length: 9",
                "POST /tokens?marker HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 9",
                "POST /tokens HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 9",
                "GET /%zz/marker HTTP/1.1",
                "GET /" + "marker".repeat(2000) + " HTTP/1.1",
                "OPTIONS /marker HTTP/1.1\r\nOrigin: http://marker\r\nAccess-Control-Request-Method: marker",
                "GET http://marker/marker HTTP/1.1",
                "GET /q/marker HTTP/1.1");
        for (String request : requests) {
            send(request);
        }
        for (int i = 0; i < 50 && !Scrape.of(management).text().contains("RESET"); i++) {
            Thread.sleep(50);
        }
        Scrape scrape = Scrape.of(management);
        assertThat(scrape.text()).doesNotContainIgnoringCase("marker").contains("uri=\"/keys/{kid}\"");
        assertThat(scrape.lines("http_server_requests_seconds_count"))
                .anyMatch(line -> line.contains("method=\"OTHER\""))
                .anyMatch(line -> line.contains("uri=\"OTHER\""))
                .anyMatch(line -> line.contains("status=\"RESET\""));
    }

    /** Sends the head of a request and disconnects, after the response if there is one. */
    private void send(String head) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write((head + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            assertThat(socket.getInputStream().read()).isNotZero();
        } catch (SocketTimeoutException e) {
            // The service waits for the rest of the request.
        }
    }

    @Test
    void theDocumentationNamesEveryMetricWithItsLabelsAndNoOther() throws IOException {
        post("/tokens", "{}", 200);
        Scrape scrape = Scrape.of(management);
        Map<String, String> families = scrape.families("mintmark_");
        assertThat(families.values()).allSatisfy(help -> assertThat(help).isNotBlank());
        // The maximum of a timer is a separate metric family.
        families.remove("mintmark_revocation_store_seconds_max");
        Map<String, Set<String>> documented = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs", "operations.md")))
                .results()
                .forEach(row -> documented.put(row.group(1), labels(LABEL_IN_DOCS, row.group(2))));
        assertThat(documented).containsKey("http_server_requests_seconds");
        // This service has no API key file; GuardFilterTest has one.
        documented.remove("mintmark_guard_requests_total");
        documented.forEach((name, labels) -> assertThat(scrape.lines(name))
                .as(name)
                .anySatisfy(line -> assertThat(labels(LABEL, line)).isEqualTo(labels)));
        documented.keySet().removeIf(name -> !name.startsWith("mintmark_"));
        assertThat(documented.keySet()).isEqualTo(families.keySet());
    }

    private static Set<String> labels(Pattern label, String text) {
        return label.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private void assertGrowth(Scrape before, String series, double growth) {
        assertThat(Scrape.of(management).value(series) - before.value(series))
                .as(series)
                .isEqualTo(growth);
    }

    private static void verify(String token) {
        post("/tokens/verify", "{\"token\": \"" + token + "\"}", 200);
    }

    private static Response post(String path, String body, int status) {
        Response response = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(response.statusCode()).isEqualTo(status);
        return response;
    }
}
