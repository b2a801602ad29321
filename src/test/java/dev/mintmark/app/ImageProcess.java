package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the image's ENTRYPOINT as a local process, with a directory in place of WORKDIR. */
final class ImageProcess {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Path directory;
    private final Path log;
    private final int http = freePort();
    private final int management = freePort();
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param directory the directory with the files of the image */
    ImageProcess(Path directory) {
        this.directory = directory;
        this.log = directory.resolve("log-" + http);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts one of the image's commands with local ports and hosts. */
    Process start(List<String> command, Map<String, String> environment) throws IOException {
        // env finds java on the PATH of the environment that it gets, not on the PATH of this process.
        List<String> words = new ArrayList<>(List.of("env"));
        words.addAll(command);
        ProcessBuilder process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process.environment().putAll(environment);
        process.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        process.environment().put("QUARKUS_HTTP_PORT", Integer.toString(http));
        process.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        process.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        Path home = Image.java25().orElseGet(() -> Path.of(System.getProperty("java.home")));
        process.environment().merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        if (Image.java25().isEmpty()) {
            process.environment().put("JAVA_TOOL_OPTIONS", "-XX:+IgnoreUnrecognizedVMOptions");
        }
        return process.start();
    }

    /** Waits for the command and returns its exit code. */
    int run(List<String> command) throws Exception {
        return end(start(command, Map.of()));
    }

    static int end(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .as("the process ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    void awaitManagement(Process process, String path) throws Exception {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (status(path).equals(Optional.of(200))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No 200 from " + path + "\n" + log());
    }

    private Optional<Integer> status(String path) throws InterruptedException {
        try {
            return Optional.of(management(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    int management(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String log() throws IOException {
        return Files.readString(log);
    }
}
