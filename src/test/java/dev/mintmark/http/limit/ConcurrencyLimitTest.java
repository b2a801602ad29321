package dev.mintmark.http.limit;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.mintmark.http.problem.FailingResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request above the limit gets a 503; the end of a request releases exactly one slot. */
@QuarkusTest
@TestProfile(ConcurrencyLimitTest.Low.class)
@Tag("slow")
class ConcurrencyLimitTest extends HttpTest {
    private static final int MAX_COUNT = 3;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    /** Three requests at once, and ten seconds for a body to arrive. */
    public static final class Low implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mintmark.limits.concurrent", Integer.toString(MAX_COUNT), "quarkus.http.read-timeout", "10s");
        }
    }

    @BeforeEach
    @AfterEach
    void awaitNoRequest() {
        FailingResource.answerWaiting();
        awaitInProgress(0);
        awaitReceiving(0);
    }

    @Test
    void aRequestAboveTheLimitGets503WhileProbesAndMetricsAreAnswered() throws Exception {
        double before = metric("mintmark_requests_refused_total");
        List<SlowClient> clients = fill();
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/tokens")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("Connection", "close")
                .body("code", equalTo("unavailable"));
        assertThat(get("/keys/jwks").statusCode()).isEqualTo(503);
        assertThat(get(management.resolve("/q/health/live")).statusCode()).isEqualTo(200);
        assertThat(metric("mintmark_requests_refused_total")).isEqualTo(before + 2);

        answer(clients);
        awaitInProgress(0);
        assertThat(get("/keys/jwks").statusCode()).isEqualTo(200);
    }

    @Test
    void disconnectingClientsReleaseTheirSlots() throws Exception {
        for (int round = 0; round < 3; round++) {
            List<SlowClient> clients = fill();
            clients.get(0).abort();
            clients.get(1).close();
            clients.get(2).abort();
            awaitInProgress(0);
            FailingResource.answerWaiting();
        }
        exactlyTheInitialNumberOfSlotsIsFree();
    }

    @Test
    void aBodyThatNeverArrivesClosesItsConnectionAfterTheTimeout() throws Exception {
        for (SlowClient client : stall(MAX_COUNT)) {
            assertThat(client.head()).isEmpty();
        }
        awaitReceiving(0);
        exactlyTheInitialNumberOfSlotsIsFree();
    }

    @Test
    void incompleteBodiesDoNotCountAndAboveTheirLimitTheOldestIsGivenUp() throws Exception {
        double before = metric("mintmark_requests_refused_total");
        List<SlowClient> clients = stall(MAX_COUNT);
        awaitInProgress(0);
        clients.add(new SlowClient(RestAssured.port, "/tokens"));

        assertThat(clients.remove(0).head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1");
        assertThat(metric("mintmark_requests_refused_total")).isEqualTo(before + 1);
        exactlyTheInitialNumberOfSlotsIsFree();
        for (SlowClient client : clients) {
            assertThat(client.finish().head()).startsWith("HTTP/1.1 200 ");
        }
        awaitReceiving(0);
    }

    @Test
    void aBodyThatIsCompletedAboveTheLimitGets503() throws Exception {
        List<SlowClient> slow = stall(1);
        List<SlowClient> clients = fill();
        assertThat(slow.get(0).finish().head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1");
        answer(clients);
        exactlyTheInitialNumberOfSlotsIsFree();
    }

    @Test
    void errorsReleaseTheirSlots() throws Exception {
        String large = "{\"claims\": {\"a\": \"" + "x".repeat(300_000) + "\"}}";
        for (int i = 0; i < 2 * MAX_COUNT; i++) {
            assertThat(json("{").post("/tokens").statusCode()).isEqualTo(400);
            assertThat(json("{}").post("/nothing").statusCode()).isEqualTo(404);
            assertThat(json("{}").delete("/tokens").statusCode()).isEqualTo(405);
            assertThat(given().contentType("text/plain")
                            .body("x")
                            .post("/tokens")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(json(large).post("/tokens").statusCode()).isEqualTo(413);
            assertThat(chunked(large)).isEqualTo(413);
            assertThat(get("/test/unexpected").statusCode()).isEqualTo(500);
            assertThat(get("/q/swagger-ui/").statusCode()).isEqualTo(200);
        }
        awaitInProgress(0);
        exactlyTheInitialNumberOfSlotsIsFree();
    }

    /** On HTTP/2 a client cancels one request and keeps the connection. */
    @Test
    void cancelledHttp2RequestsAreForgotten() throws Exception {
        HttpClient client = http2();
        for (int round = 0; round < 2; round++) {
            List<CompletableFuture<?>> answers = new ArrayList<>();
            for (int i = 0; i < MAX_COUNT; i++) {
                HttpRequest stalled = HttpRequest.newBuilder(uri("/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.fromPublisher(subscriber -> {}, 100))
                        .build();
                answers.add(client.sendAsync(stalled, HttpResponse.BodyHandlers.ofString()));
            }
            awaitReceiving(MAX_COUNT);
            answers.forEach(answer -> answer.cancel(true));
            awaitReceiving(0);
        }
        exactlyTheInitialNumberOfSlotsIsFree();
    }

    /** RFC 9113 section 8.2.2: a response with the header Connection is malformed. */
    @Test
    void anEarlyErrorOverHttp2HasNoConnectionHeaderAndKeepsTheConnection() throws Exception {
        HttpClient client = http2();
        HttpRequest tooLarge = HttpRequest.newBuilder(uri("/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[300_000]))
                .build();
        assertThat(client.send(tooLarge, HttpResponse.BodyHandlers.ofString()))
                .satisfies(response -> assertThat(response.statusCode()).isEqualTo(413))
                .satisfies(response -> assertThat(response.headers().map()).doesNotContainKey("connection"));
        List<SlowClient> clients = fill();
        HttpRequest refused = HttpRequest.newBuilder(uri("/keys/jwks")).build();
        assertThat(client.send(refused, HttpResponse.BodyHandlers.ofString()))
                .satisfies(response -> assertThat(response.statusCode()).isEqualTo(503))
                .satisfies(response -> assertThat(response.headers().map()).doesNotContainKey("connection"));
        answer(clients);
        awaitInProgress(0);
        assertThat(client.send(refused, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private static HttpClient http2() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        HttpRequest first = HttpRequest.newBuilder(uri("/keys/jwks")).build();
        assertThat(client.send(first, HttpResponse.BodyHandlers.discarding()).version())
                .isEqualTo(HttpClient.Version.HTTP_2);
        return client;
    }

    private void exactlyTheInitialNumberOfSlotsIsFree() throws Exception {
        List<SlowClient> clients = fill();
        assertThat(get("/keys/jwks").statusCode()).isEqualTo(503);
        answer(clients);
    }

    private static void answer(List<SlowClient> clients) throws IOException {
        FailingResource.answerWaiting();
        for (SlowClient client : clients) {
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    private List<SlowClient> fill() throws Exception {
        FailingResource.holdWaiting();
        List<SlowClient> clients = new ArrayList<>();
        for (int i = 0; i < MAX_COUNT; i++) {
            clients.add(SlowClient.get(RestAssured.port, "/test/waiting"));
        }
        awaitInProgress(MAX_COUNT);
        return clients;
    }

    private List<SlowClient> stall(int count) throws Exception {
        List<SlowClient> clients = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            clients.add(new SlowClient(RestAssured.port, "/tokens"));
            // One after the other, so that the order of their ages is that of the list.
            awaitReceiving(i);
        }
        return clients;
    }

    private void awaitInProgress(int count) {
        await().untilAsserted(
                        () -> assertThat(metric("mintmark_requests_under_way")).isEqualTo(count));
    }

    private void awaitReceiving(int count) {
        await().untilAsserted(
                        () -> assertThat(metric("mintmark_requests_receiving")).isEqualTo(count));
    }

    private double metric(String name) {
        return get(management.resolve("/q/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    private static io.restassured.specification.RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static int chunked(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }
}
