package dev.mintmark.http.batch;

import static dev.mintmark.http.limit.HttpTest.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients of batches that are slow, stop reading or disconnect leave nothing behind. */
@QuarkusTest
@TestProfile(BatchReadersTest.Impatient.class)
@Tag("slow")
public class BatchReadersTest {
    /** 300 MB with padding, so that socket buffers hold only a small part. */
    private static final String ORDER = "{\"count\": 100000, \"compact\": true, \"spec\": {\"algorithm\": \"HS256\", "
            + "\"claims\": {\"pad\": \"" + "x".repeat(2000) + "\"}}}";

    private static final int BYTES_PER_CHUNK = 24 * 2700;
    private static final int MOST_BYTES_AHEAD = 64 * 1024 * 1024;
    private static final int BATCHES = 16;

    @Inject
    BatchWorkers workers;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/tokens/batch")
    URI batch;

    /** Closes idle connections; the first key is available at once. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "5s", "mintmark.algorithm", "HS256");
        }
    }

    @BeforeEach
    void awaitNoBatch() {
        RestAssured.replaceFiltersWith(List.of());
        // The first request of the test client is slow, and the idle timeout would close the connection meanwhile.
        post("/tokens/batch", "{\"count\": 1}", 200);
        await(() -> workers.batches() == 0);
    }

    /** Otherwise the request would count against the limit forever and delay the shutdown. */
    @AfterEach
    void awaitNoRequestInProgress() {
        await(() -> metrics.get("mintmark.requests.under.way").gauge().value() == 0);
    }

    @Test
    void aClientThatDisconnectsLeavesNothingBehind() throws Exception {
        long before = workers.chunks();
        try (Socket reader = open()) {
            reader.getInputStream().readNBytes(1_000_000);
            assertThat(workers.batches()).isEqualTo(1);
        }
        await(() -> workers.batches() == 0);
        assertThat((workers.chunks() - before) * BYTES_PER_CHUNK).isLessThan(MOST_BYTES_AHEAD);
    }

    @Test
    void mintingWaitsForASlowClientAndAStoppedOneIsDisconnected() throws Exception {
        long before = workers.chunks();
        try (Socket reader = open()) {
            reader.getInputStream().readNBytes(100_000);
            // The client stops reading and is disconnected.
            await(() -> workers.batches() == 0);
            assertThat((workers.chunks() - before) * BYTES_PER_CHUNK).isLessThan(MOST_BYTES_AHEAD);
            assertThat(endsProperly(reader)).isFalse();
        }
    }

    @Test
    void aSlowClientGetsEveryLine() throws Exception {
        try (Socket reader = open(ORDER.replace("100000", "1500"))) {
            InputStream in = reader.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] some = new byte[500_000];
            int read = 0;
            while (read >= 0 && !answer.toString().endsWith("\r\n0\r\n\r\n")) {
                LockSupport.parkNanos(1_000_000);
                read = in.read(some);
                answer.append(new String(some, 0, Math.max(0, read), StandardCharsets.US_ASCII));
            }
            assertThat(answer.toString().split("\\.[A-Za-z0-9_\\-\\r]*\\n", -1)).hasSizeGreaterThan(1500);
        }
    }

    @Test
    void theNumberOfBatchesIsBounded() {
        List<BatchSlot> slots = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            slots.add(workers.enter().orElseThrow());
        }
        try {
            assertThat(workers.enter()).isEmpty();
            assertThat(metrics.get("mintmark.batches.under.way").gauge().value())
                    .isEqualTo(BATCHES);
            post("/tokens/batch", "{\"count\": 1}", 503).header("Retry-After", "1");
        } finally {
            slots.forEach(BatchSlot::close);
        }
        post("/tokens/batch", "{\"count\": 1}", 200);
    }

    /** The clients leave before, while and after their batch is opened. */
    @Test
    void fiveThousandAbortedBatchesLeaveAllSlotsFree() throws Exception {
        for (int i = 0; i < 5000; i++) {
            try (Socket client = open("{\"count\": 1}")) {
                client.setSoLinger(i % 2 == 0, 0);
                LockSupport.parkNanos(i % 60 * 100_000L);
            }
        }
        await(() -> workers.batches() == 0);
        assertThat(metrics.get("mintmark.batches.under.way").gauge().value()).isZero();
        post("/tokens/batch", "{\"count\": 1}", 200);
    }

    /** On HTTP/2 a client resets the stream and keeps the connection. */
    @Test
    void batchesCancelledOverHttp2LeaveAllSlotsFree() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(batch)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                .build();
        assertThat(client.send(upgrade(), HttpResponse.BodyHandlers.discarding())
                        .version())
                .isEqualTo(HttpClient.Version.HTTP_2);
        for (int i = 0; i < 1000; i++) {
            CompletableFuture<?> answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            LockSupport.parkNanos(i % 60 * 100_000L);
            answer.cancel(true);
        }
        await(() -> workers.batches() == 0);
        assertThat(metrics.get("mintmark.batches.under.way").gauge().value()).isZero();
        post("/tokens/batch", "{\"count\": 1}", 200);
    }

    /** The client of the JDK changes to HTTP/2 in a request without a body only. */
    private HttpRequest upgrade() {
        return HttpRequest.newBuilder(batch.resolve("/keys/jwks")).build();
    }

    private Socket open() throws IOException {
        return open(ORDER);
    }

    private Socket open(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(batch.getHost(), batch.getPort()));
        socket.getOutputStream()
                .write(("POST /tokens/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + request.length() + "\r\n\r\n" + request)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean endsProperly(Socket reader) {
        try {
            byte[] rest = reader.getInputStream().readAllBytes();
            return new String(rest, StandardCharsets.US_ASCII).endsWith("\r\n0\r\n\r\n");
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
