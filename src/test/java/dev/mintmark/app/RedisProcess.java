package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real Redis on a free loopback port, which keeps every acknowledged write over a restart. */
final class RedisProcess implements AutoCloseable {
    private final List<String> command;
    private final Path log;
    private final int port = Replica.freePort();
    private Process process;

    /** @param directory the directory of the append-only file */
    RedisProcess(Path directory) throws IOException {
        this(RedisBinary.first(), directory);
    }

    /** @param options further options in addition to persistence and address */
    RedisProcess(RedisBinary binary, Path directory, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
        all.addAll(List.of("--dir", directory.toString(), "--appendonly", "yes", "--appendfsync", "always"));
        all.addAll(List.of(options));
        this.command = binary.command(all);
        this.log = directory.resolve("redis.log");
        start();
    }

    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException("Redis does not start: " + command + "\n" + Files.readString(log));
        }
    }

    /** A Redis that requires a password counts as started. */
    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG") || answer.equals("-NOAU");
        } catch (IOException e) {
            return false;
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS))
                .as("Redis has stopped")
                .isTrue();
    }

    /** Suspends the process: the kernel accepts connections, but nothing answers. */
    void hang() throws Exception {
        signal("STOP");
    }

    void wakeUp() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Also ends a suspended process. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
