package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, standard input and standard output of the commands. */
class InputTest {
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"missing.jwt", "./missing", "/missing", "~/missing", "token.txt"})
    void aMissingFileIsNotTakenForAToken(String name) {
        ProgramRun run = ProgramRun.of("decode", name);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("The file " + name + " does not exist." + System.lineSeparator());
    }

    @Test
    void aDirectoryIsNotAFile() {
        ProgramRun run = ProgramRun.of("decode", directory.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(directory + " is a directory");
        assertThat(ProgramRun.of("verify", TOKEN, "--key", directory.toString()).err())
                .contains("is a directory");
        assertThat(ProgramRun.of("mint", "--spec", directory.toString()).err()).contains("is a directory");
    }

    @Test
    void aBinaryFileIsNotText() throws IOException {
        Path file = Files.write(directory.resolve("key.der"), new byte[] {0x30, (byte) 0x82, 1, 0, (byte) 0xff});
        ProgramRun run = ProgramRun.of("verify", TOKEN, "--key", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(file + " is not text in UTF-8", "PEM");
        assertThat(ProgramRun.withInput(new byte[] {0, 1, 2}, "decode", "-").err())
                .startsWith("Standard input is not text in UTF-8");
    }

    @Test
    void aFileThatPowerShellWroteIsRead() throws IOException {
        byte[] utf16 = ("\ufeff" + TOKEN + "\r\n").getBytes(StandardCharsets.UTF_16LE);
        Path file = Files.write(directory.resolve("token"), utf16);

        assertThat(ProgramRun.of("decode", file.toString()).out()).contains("\"alg\" : \"HS256\"");
    }

    @Test
    void aFileIsReadUpToALimit() throws IOException {
        Path file = Files.write(directory.resolve("large"), new byte[1024 * 1024 + 1]);

        assertThat(ProgramRun.of("decode", file.toString()).err()).contains("is larger than 1 MiB");
    }

    @Test
    void standardInputIsReadOnce() {
        ProgramRun run = ProgramRun.withInput(TOKEN, "verify", "-", "--secret-file", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Only one option can read standard input (-).");
    }

    @Test
    void standardInputThatFailsIsReported() {
        Console console = console(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("closed");
                    }
                },
                OutputStream.nullOutputStream());

        assertThat(Program.run(console, "decode", "-")).isEqualTo(2);
    }

    @Test
    void aBrokenPipeEndsQuietly() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(Program.run(failing("Broken pipe", err), "decode", TOKEN)).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void outputThatIsLostForAnotherReasonIsAnError() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(Program.run(failing("No space left on device", err), "decode", TOKEN))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be written: No space left on device");
    }

    private static Console failing(String reason, OutputStream err) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        return new Console(
                ProgramRun.CLOCK, new ByteArrayInputStream(new byte[0]), Output.to(out), Output.to(err), () -> {});
    }

    private static Console console(InputStream in, OutputStream out) {
        return new Console(ProgramRun.CLOCK, in, Output.to(out), Output.to(OutputStream.nullOutputStream()), () -> {});
    }
}
