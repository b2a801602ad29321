package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a log shows of a failure: its message and the messages of all causes. */
public final class Leak {
    private Leak() {}

    /** Fails if the stack trace, as a log prints it, contains one of the secrets. */
    public static void assertNone(Throwable failure, String... secrets) {
        StringWriter log = new StringWriter();
        failure.printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).doesNotContain(secrets);
    }
}
