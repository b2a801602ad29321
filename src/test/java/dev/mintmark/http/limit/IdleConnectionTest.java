package dev.mintmark.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.batch.BatchReadersTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service closes idle connections; {@link ConcurrencyLimitTest} covers incomplete bodies. */
@QuarkusTest
@TestProfile(BatchReadersTest.Impatient.class)
@Tag("slow")
class IdleConnectionTest {
    private static final String WHOLE = "GET /keys/jwks HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void anIdleConnectionIsClosedBeforeDuringAndAfterARequest() throws Exception {
        List<Socket> connections = new ArrayList<>();
        try {
            for (String said : List.of("", WHOLE.substring(0, WHOLE.length() - 2), WHOLE)) {
                Socket connection = new Socket("127.0.0.1", RestAssured.port);
                connections.add(connection);
                // Much longer than the idle timeout of the service.
                connection.setSoTimeout(30_000);
                connection.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            }
            List<String> answers = new ArrayList<>();
            for (Socket connection : connections) {
                byte[] untilTheEnd = connection.getInputStream().readAllBytes();
                answers.add(new String(untilTheEnd, StandardCharsets.US_ASCII));
            }
            assertThat(answers.subList(0, 2)).containsOnly("");
            assertThat(answers.get(2)).startsWith("HTTP/1.1 200 ").containsOnlyOnce("HTTP/1.1");
        } finally {
            for (Socket connection : connections) {
                connection.close();
            }
        }
    }
}
