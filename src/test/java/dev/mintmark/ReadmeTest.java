package dev.mintmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mintmark.app.settings.MintmarkSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README is true: its commands run as they stand, its table has every setting with its default. */
@QuarkusTest
class ReadmeTest {
    private static final Pattern FENCE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SAMPLE_FENCE = Pattern.compile("```(?:properties|java|js)\n(.*?)```", Pattern.DOTALL);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String ARROW = "# → ";

    @TestHTTPResource("/")
    URL service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @TempDir
    Path directory;

    @Test
    void theTourRunsAsItStands() throws Exception {
        assumeTrue(isOnThePath("curl") && isOnThePath("sh"), "curl and sh are needed to run the README's commands");
        KeysReady.await();
        List<String> fences = fences();
        assertThat(fences).hasSizeGreaterThan(5);
        StringBuilder script = new StringBuilder("set -e\n");
        for (int i = 0; i < fences.size(); i++) {
            script.append("echo '=== ").append(i).append("'\n").append(fences.get(i));
        }
        String[] outputs = run(script.toString()
                        .replace("http://localhost:8080/", service.toString())
                        .replace(
                                "http://localhost:9000/",
                                management.resolve("/").toString()))
                .split("=== \\d+\n");
        for (int i = 0; i < fences.size(); i++) {
            String output = outputs[i + 1];
            fences.get(i)
                    .lines()
                    .filter(line -> line.startsWith(ARROW))
                    .map(line -> line.substring(ARROW.length()))
                    .forEach(expected -> assertThat(output).contains(expected));
        }
    }

    @Test
    void theTableHasEverySettingWithItsDefault() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> rows = new ArrayList<>();
        collect("mintmark", MintmarkSettings.class, rows);
        assertThat(rows)
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(readme).contains(row));
    }

    /** {@code .ci/resource-servers} runs the samples; what the README shows of them must be what was run. */
    @Test
    void whatItShowsOfResourceServersStandsInTheSamples() throws IOException {
        List<String> samples = samples();
        List<String> shown = SAMPLE_FENCE
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(result -> withoutIndents(result.group(1)))
                .toList();
        assertThat(shown)
                .hasSizeGreaterThan(4)
                .allSatisfy(fence -> assertThat(samples).anyMatch(sample -> sample.contains(fence)));
    }

    private static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().matches("[^.]*/(src/.*|server\\.mjs)"))
                    .filter(Files::isRegularFile)
                    .map(ReadmeTest::withoutIndents)
                    .toList();
        }
    }

    private static String withoutIndents(Path file) {
        try {
            return withoutIndents(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndents(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    private static void collect(String prefix, Class<?> group, List<String> rows) {
        for (Method method : group.getDeclaredMethods()) {
            String name =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (method.getReturnType().getEnclosingClass() == MintmarkSettings.class) {
                collect(name, method.getReturnType(), rows);
                continue;
            }
            if (method.isAnnotationPresent(WithParentName.class)) {
                name = prefix;
            }
            WithDefault value = method.getAnnotation(WithDefault.class);
            rows.add("| `" + name + "` | " + (value == null ? "none" : "`" + value.value() + "`") + " |");
        }
    }

    private static List<String> fences() throws IOException {
        Matcher fences = FENCE.matcher(Files.readString(Path.of("README.md")));
        return fences.results().map(result -> result.group(1)).toList();
    }

    private String run(String script) throws Exception {
        Path output = directory.resolve("output.txt");
        Process shell = new ProcessBuilder("sh", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(shell.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            shell.destroyForcibly();
        }
        assertThat(shell.exitValue()).as("exit status").isZero();
        return Files.readString(output);
    }

    private static boolean isOnThePath(String command) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
