package dev.mintmark.http.limit;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slow clients do not delay others; a body that arrives in pieces or after 100 Continue is accepted. */
@QuarkusTest
class BodyReceiverTest extends HttpTest {
    /** As many as may be in progress at once, and more than the worker threads of Quarkus. */
    private static final int CROWD = 1000;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void aThousandIncompleteBodiesBlockNoOtherRequest() throws Exception {
        List<SlowClient> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(new SlowClient(RestAssured.port, "/tokens"));
            }
            post("/tokens", "{}", 200);
            for (String path : List.of("/keys/jwks", "/.well-known/jwks.json", "/", "/advisories", "/q/openapi")) {
                assertThat(get(path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(get(management.resolve("/q/health/ready")).statusCode()).isEqualTo(200);
            assertThat(crowd.get(CROWD - 1).finish().head()).startsWith("HTTP/1.1 200 ");
        } finally {
            for (SlowClient client : crowd) {
                client.close();
            }
        }
    }

    @Test
    void aBodyMayArriveByteByByteAndAfter100Continue() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out.write(("POST /tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(in.readLine()).isEmpty();
            for (String octet : "{\"subject\": \"alice\"}".split("")) {
                out.write(("1\r\n" + octet + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
