package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged program as a user does. */
class ProgramIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toString();

    @TempDir
    Path directory;

    @Test
    void thePackagedProgramGeneratesKeysWithoutStartingTheService() throws Exception {
        Path keys = directory.resolve("keys");

        assertThat(run("keys", "generate", "--out", keys.toString(), "--active"))
                .isEqualTo(Program.DONE);

        assertThat(KeyRings.load(keys, 2, JwsEngine.PLAIN).require().algorithms())
                .containsExactly(Algorithm.values());
        assertThat(output().lines())
                .hasSize(13)
                .allMatch(line -> line.matches("20\\d\\d-\\d\\d-\\d\\d\\.[a-z0-9]+\\.(pem|secret) {2}\\S+"));
        assertThat(run("keys", "generate", "--out", keys.toString(), "--active"))
                .isEqualTo(Program.REFUSED);
        assertThat(run("keys")).isEqualTo(Program.UNUSABLE);
    }

    @Test
    void wordsThatAreNoCommandEndTheProgram() throws Exception {
        assertThat(run("--version")).isEqualTo(Program.DONE);
        assertThat(output()).matches("mintmark \\d\\S+\\R");
        assertThat(run("start")).isEqualTo(Program.UNUSABLE);
        assertThat(output()).startsWith("Unknown word start.").contains("Usage: mintmark");
    }

    @Test
    void aMintedTokenIsReadFromAPipeThatEndsEarly() throws Exception {
        String program = JAVA + " -jar " + JAR;

        assertThat(start("sh", "-c", program + " mint --algorithm ES256 | " + program + " decode - | head -n 1"))
                .isEqualTo(0);

        assertThat(output().lines()).singleElement().asString().startsWith("Kind: ");
    }

    private int run(String... words) throws Exception {
        return start(
                Stream.concat(Stream.of(JAVA, "-jar", JAR), Stream.of(words)).toArray(String[]::new));
    }

    private int start(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private String output() throws Exception {
        return Files.readString(directory.resolve("output.txt"));
    }
}
