package dev.mintmark.drills.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services that do not answer as a service should. */
@Timeout(60)
class HttpSenderTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** Writes what a hostile service sends to each connection. */
    @FunctionalInterface
    private interface Reply {
        void write(Socket socket, OutputStream out) throws IOException;
    }

    private static Answer answer(Reply reply) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, reply));
            thread.setDaemon(true);
            thread.start();
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            Target target = new Target(url, "GET", List.of(Map.entry("X-Tenant", "acme")), Duration.ofSeconds(1), 1000);
            return new HttpSender(target).send(item("a.b.c"));
        }
    }

    private static void serve(ServerSocket server, Reply reply) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] head = new byte[8192];
                int read = socket.getInputStream().read(head);
                assertThat(new String(head, 0, read, StandardCharsets.US_ASCII))
                        .contains("Authorization: Bearer a.b.c", "X-Tenant: acme");
                reply.write(socket, socket.getOutputStream());
            } catch (IOException e) {
                // The client has left, or the server is closed.
            }
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void aServiceThatHangsGetsNoMoreThanTheTimeout() throws IOException {
        Answer answer = answer((socket, out) -> {
            int ignored = socket.getInputStream().read();
        });
        assertThat(answer).isEqualTo(new Answer.None("no answer within 1 s"));
    }

    @Test
    void aBodyThatNeverEndsGetsNoMoreThanTheTimeout() throws IOException {
        Answer answer = answer((socket, out) -> {
            send(out, OK + "Content-Length: 10\r\n\r\nabc");
            int ignored = socket.getInputStream().read();
        });
        assertThat(answer).isInstanceOf(Answer.None.class);
    }

    @Test
    void aServiceThatClosesTheConnectionIsNotTakenForARefusal() throws IOException {
        assertThat(answer((socket, out) -> socket.close())).isInstanceOf(Answer.None.class);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        Answer answer = answer((socket, out) ->
                send(out, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/login\r\nContent-Length: 0\r\n\r\n"));
        assertThat(((Answer.Status) answer).code()).isEqualTo(302);
    }

    @Test
    void aGigabyteIsNotRead() throws IOException {
        long[] sent = new long[1];
        Answer answer = answer((socket, out) -> {
            send(out, OK + "Content-Length: 1073741824\r\n\r\n");
            byte[] block = new byte[65_536];
            for (int i = 0; i < 16_384; i++) {
                out.write(block);
                sent[0] += block.length;
            }
        });
        assertThat(((Answer.Status) answer).code()).isEqualTo(200);
        assertThat(sent[0]).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void aTokenThatNoHeaderFieldCanHoldIsSkipped() throws IOException {
        Target target = new Target(URI.create("http://127.0.0.1:1/"), "GET", List.of(), Duration.ofSeconds(1), 1000);
        assertThat(new HttpSender(target).send(item("a.b\n.c"))).isInstanceOf(Answer.Unsendable.class);
    }

    @Test
    void whatIsNeitherAcceptedNorRefusedFails() {
        RunItem item = new RunItem(
                "expired",
                "time",
                "",
                java.util.Optional.empty(),
                false,
                List.of(401),
                true,
                "",
                List.of(),
                false,
                "t");
        for (int status : List.of(200, 302, 404, 500, 503)) {
            Answer answer = new Answer.Status(status, Duration.ZERO);
            assertThat(AnswerCheck.check(item, answer).isFailed())
                    .as("%s", status)
                    .isTrue();
        }
        assertThat(AnswerCheck.check(item, new Answer.None("closed")).isFailed())
                .isTrue();
        assertThat(AnswerCheck.check(item, new Answer.Status(403, Duration.ZERO))
                        .isFailed())
                .isFalse();
    }

    private static RunItem item(String token) {
        return new RunItem(
                "expired", "time", "a", Optional.empty(), false, List.of(401), true, "b", List.of(), false, token);
    }
}
