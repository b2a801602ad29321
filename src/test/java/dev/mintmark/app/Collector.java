package dev.mintmark.app;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;

/** Receives traces by OTLP over HTTP on its own port and keeps their bytes, in which strings are readable. */
public final class Collector implements QuarkusTestResourceLifecycleManager {
    /** Argument: {@code false} leaves traces at their default. */
    static final String ON = "on";

    private final Map<String, String> settings = new HashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final HttpServer server = open();

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void init(Map<String, String> arguments) {
        if (!"false".equals(arguments.get(ON))) {
            settings.put("quarkus.otel.sdk.disabled", "false");
        }
        settings.put(
                "quarkus.otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort());
        settings.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("quarkus.otel.bsp.schedule.delay", "50ms");
        settings.put("quarkus.http.access-log.enabled", "true");
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestURI() + " " + new String(body, StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return settings;
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(this, field -> field.getType() == Collector.class);
    }

    /** The paths and bodies of all requests so far. */
    String received() {
        return String.join("\n", requests);
    }

    /** Waits for a span of this name; spans arrive in the order in which they end. */
    void await(String name) throws InterruptedException {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> received().contains(name));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
