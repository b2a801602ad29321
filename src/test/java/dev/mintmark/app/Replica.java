package dev.mintmark.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in its own process. */
final class Replica {
    /** Long enough for a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ProcessBuilder command;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = freePort();
    private final int management = freePort();
    private final Path log;
    private Process process;

    /** A replica with shared revocations. */
    Replica(Path directory, Path keys, String redis) throws IOException {
        this(directory, keys, Map.of("MINTMARK_REVOCATIONS", "redis", "QUARKUS_REDIS_HOSTS", redis));
    }

    /** @param settings further settings, as environment variables */
    Replica(Path directory, Path keys, Map<String, String> settings) throws IOException {
        log = directory.resolve("replica-" + port + ".log");
        command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        command.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        command.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        command.environment().put("MINTMARK_KEYS_DIRECTORY", keys.toString());
        command.environment().put("MINTMARK_ALGORITHM", "ES256");
        command.environment().putAll(settings);
        start();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() throws IOException {
        process = command.start();
    }

    void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 1200 && process.isAlive(); i++) {
            try {
                if (ready().statusCode() == 200) {
                    return;
                }
            } catch (Exception e) {
                // The port is not open yet.
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The replica is not ready: " + log());
    }

    /** Sends SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Sends SIGTERM, as Kubernetes does. */
    void terminate() {
        process.destroy();
    }

    /** The exit status. */
    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    int port() {
        return port;
    }

    String metrics() {
        return RestAssured.get("http://127.0.0.1:" + management + "/q/metrics").asString();
    }

    /** The complete output. */
    String log() throws IOException {
        return Files.readString(log);
    }

    Response ready() {
        return RestAssured.get("http://127.0.0.1:" + management + "/q/health/ready");
    }

    Response get(String path) {
        return RestAssured.get("http://127.0.0.1:" + port + path);
    }

    Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post("http://127.0.0.1:" + port + path);
    }

    /** The same without the overhead of REST Assured, for thousands of requests. */
    HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return send(path, body, TIMEOUT);
    }

    HttpResponse<String> send(String path, String body, Duration within) throws IOException, InterruptedException {
        return send(request(path)
                .timeout(within)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return send(request(path).timeout(TIMEOUT));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    String mint() {
        return post("/tokens", "{}").path("token");
    }

    Response verify(String token) {
        return post("/tokens/verify", "{\"token\": \"" + token + "\"}");
    }

    boolean isValid(String token) {
        return verify(token).path("valid");
    }

    Response revoke(String token) {
        return post("/tokens/revoke", "{\"token\": \"" + token + "\"}");
    }
}
