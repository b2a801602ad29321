package dev.mintmark.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Standard output and standard error in UTF-8, whatever the locale. */
public final class Output {
    private Output() {}

    /** A stream that writes each line at once. */
    public static PrintStream stream(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** The same stream for picocli. */
    static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
