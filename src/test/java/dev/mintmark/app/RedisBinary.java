package dev.mintmark.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis or Valkey server: the binary of embedded-redis, if it starts on this machine, and those on the PATH.
 *
 * @param file the program
 * @param version the version that it reports
 */
record RedisBinary(Path file, String version) {
    private static final Pattern VERSION = Pattern.compile("(\\w+) server v=(\\S+)");

    private static final List<RedisBinary> ALL = Stream.concat(
                    embedded().stream(),
                    Stream.of("redis-server", "valkey-server").flatMap(RedisBinary::onPath))
            .flatMap(file -> of(file).stream())
            .toList();

    /** The first server that starts. */
    static RedisBinary first() {
        return all().get(0);
    }

    /** All servers that start on this machine. */
    static List<RedisBinary> all() {
        if (ALL.isEmpty()) {
            throw new IllegalStateException("The embedded Redis does not start here: install a redis-server");
        }
        return ALL;
    }

    private static Optional<Path> embedded() {
        try {
            return Optional.of(
                    ExecutableProvider.newJarResourceProvider().get().toPath().toAbsolutePath());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .limit(1);
    }

    /** Empty for a program that fails to print its version, for example because of a missing library. */
    private static Optional<RedisBinary> of(Path file) {
        try {
            Process process = new ProcessBuilder(List.of(file.toString(), "--version"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean started = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            Matcher matcher = VERSION.matcher(said);
            return started && matcher.find()
                    ? Optional.of(new RedisBinary(file, matcher.group(1) + ' ' + matcher.group(2)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The command that starts it. */
    List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(options);
        return command;
    }

    @Override
    public String toString() {
        return version;
    }
}
