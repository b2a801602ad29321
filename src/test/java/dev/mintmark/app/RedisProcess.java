package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Redis on a free port of loopback, which keeps all that it acknowledged over a restart. */
final class RedisProcess implements AutoCloseable {
    private final List<String> command;
    private final Path log;
    private final int port = Replica.freePort();
    private Process process;

    /** @param directory for the append-only file */
    RedisProcess(Path directory) throws IOException {
        this(RedisBinary.first(), directory);
    }

    /** @param options beyond those that keep and bind it */
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
        for (int i = 0; i < 400 && process.isAlive(); i++) {
            if (answers()) {
                return;
            }
            pause(50);
        }
        process.destroyForcibly();
        throw new IOException("Redis does not start: " + command + "\n" + Files.readString(log));
    }

    /** Also a Redis that wants a password first is there. */
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

    /** From now on it takes connections, in the kernel, and answers nothing. */
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

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Also one that hangs. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
