package dev.mintmark.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on the loopback interface. */
final class IssuerServer implements AutoCloseable {
    private static final int THREADS = 8;

    /** A larger form or query is not read. */
    static final int MAX_BODY = 256 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final String url;

    /** @throws UncheckedIOException if the port is in use */
    IssuerServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of the loopback interface cannot be used", e);
        }
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "mintmark-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        url = "http://localhost:" + server.getAddress().getPort();
    }

    void start(IssuerEndpoints endpoints) {
        server.createContext("/", exchange -> handle(exchange, endpoints));
        server.start();
    }

    private static void handle(HttpExchange exchange, IssuerEndpoints endpoints) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            HttpAnswer answer = body.length > MAX_BODY
                    ? HttpAnswer.text(413, "The body is too large")
                    : endpoints.answer(HttpCall.of(exchange, body));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            boolean isEmpty = answer.body().length == 0 || isHead;
            exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.body().length);
            if (!isEmpty) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
