package dev.mintmark.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ServicesTest {
    /** What a JVM without the service's container lacks. */
    private static final Pattern CONTAINER =
            Pattern.compile("quarkus|smallrye|microprofile|jakarta\\.(?:enterprise|inject|ws)|jose4j|vertx|resteasy");

    @Test
    void mintsVerifiesAdvisesRefreshesAndRevokesWithoutAContainer(@TempDir Path directory) throws Exception {
        Path output = directory.resolve("output");
        String[] all = System.getProperty("java.class.path").split(File.pathSeparator);
        String plain = Arrays.stream(all)
                .filter(entry -> !CONTAINER
                        .matcher(Path.of(entry).getFileName().toString())
                        .find())
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(plain.split(File.pathSeparator)).hasSizeLessThan(all.length);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        plain,
                        PlainProgram.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(output).content().isEqualToIgnoringNewLines("done");
        } finally {
            process.destroyForcibly();
        }
    }
}
