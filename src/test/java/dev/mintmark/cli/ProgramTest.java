package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "srve",
                "--hlep",
                "--port 9090",
                "--port=9090",
                "-x",
                "serve now",
                "serve --port 9090",
                "help",
                "-Dquarkus.http.port=9090",
                "@words",
                "--",
                "-- serve",
                "''"
            })
    void anUnknownWordPrintsTheUsageAndStartsNothing(String words) {
        ProgramRun run = ProgramRun.of(words.replace("''", "").split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: mintmark");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void serveStartsTheService() {
        ProgramRun run = ProgramRun.of("serve");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(ProgramRun.SERVED);
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        ProgramRun run = ProgramRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: mintmark", "serve", "keys", "Exit codes");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "keys", "keys generate"})
    void everyCommandHasHelp(String command) {
        ProgramRun run = ProgramRun.of((command + " --help").split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: mintmark " + command);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(ProgramRun.of("--version").out()).matches("mintmark \\S+\\R");
    }

    @Test
    void anUnknownOptionSuggestsASimilarOneAndItsValueIsNotRepeated() {
        ProgramRun run = ProgramRun.of("keys", "generate", "--algorithm=hunter2", "--out", "x");

        assertThat(run.err())
                .startsWith("Unknown option --algorithm. Did you mean")
                .contains("--algorithms");
        assertThat(run.err()).doesNotContain("hunter2");
    }

    @Test
    void aWordThatMayBeASecretIsNotRepeated() {
        ProgramRun run = ProgramRun.of("serve", "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl");

        assertThat(run.err()).startsWith("Unknown word.").doesNotContain("eyJ");
    }
}
