package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged program as a user does. */
class KeysCommandIT {
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

    private int run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
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
