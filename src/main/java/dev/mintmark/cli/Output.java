package dev.mintmark.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output or standard error: UTF-8 whatever the locale, each line at once, and the reason if output is lost. */
public final class Output extends PrintStream {
    private static final String BROKEN_PIPE = "Broken pipe";

    private final Sink sink;

    private Output(Sink sink) {
        super(sink, true, StandardCharsets.UTF_8);
        this.sink = sink;
    }

    /** Writes to the stream. */
    public static Output to(OutputStream out) {
        return new Output(new Sink(out));
    }

    /** Why output was lost. A reader that has gone, as {@code head} does, is not an error. */
    Optional<String> failure() {
        flush();
        return sink.failure.filter(reason -> !reason.contains(BROKEN_PIPE));
    }

    /** The same stream for picocli. */
    PrintWriter writer() {
        return new PrintWriter(this, true, StandardCharsets.UTF_8);
    }

    /** Keeps the first failure, which a PrintStream hides. */
    private static final class Sink extends FilterOutputStream {
        private Optional<String> failure = Optional.empty();

        Sink(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
                throw e;
            }
        }
    }
}
