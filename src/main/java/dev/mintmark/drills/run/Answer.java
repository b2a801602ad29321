package dev.mintmark.drills.run;

import java.time.Duration;

/** What a service answered to one token. */
public sealed interface Answer {
    /** A status, after this time. */
    record Status(int code, Duration time) implements Answer {
        boolean isSuccess() {
            return code >= 200 && code < 300;
        }
    }

    /** No answer, and why, as a phrase. */
    record None(String reason) implements Answer {}

    /** The token cannot be sent in a header field, and why, as a phrase. */
    record Unsendable(String reason) implements Answer {}
}
