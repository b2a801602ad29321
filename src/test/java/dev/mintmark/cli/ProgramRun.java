package dev.mintmark.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One run of the program in this process.
 *
 * @param exitCode the exit code
 * @param out standard output
 * @param err standard error
 */
record ProgramRun(int exitCode, String out, String err) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.UTC);
    static final String SERVED = "the service was started";

    /** Runs with empty standard input. */
    static ProgramRun of(String... words) {
        return withInput("", words);
    }

    static ProgramRun withInput(String input, String... words) {
        return withInput(input.getBytes(StandardCharsets.UTF_8), words);
    }

    static ProgramRun withInput(byte[] input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        var standardOut = Output.to(out);
        Console console = new Console(
                CLOCK, new ByteArrayInputStream(input), standardOut, Output.to(err), () -> standardOut.println(SERVED));
        int exitCode = Program.run(console, words);
        return new ProgramRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
