package dev.mintmark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.tokens.PolicyViolationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expected errors: the exception and the pointer. */
public final class RejectedRequests {
    /** What tests put where a secret or a key would be; no message may hold it. */
    public static final String CANARY = "canary-that-must-not-be-repeated";

    private RejectedRequests() {}

    /** Refused as not understood, naming the member; gives the message. */
    public static String malformed(String pointer, ThrowingCallable reading) {
        MalformedRequestException e = catchThrowableOfType(MalformedRequestException.class, reading);
        assertThat(e).as("refused at %s", pointer).isNotNull();
        assertThat(e.pointer()).isEqualTo(pointer);
        assertThat(e.getCause()).as("a cause may quote what was sent").isNull();
        assertThat(e.toString()).doesNotContain(CANARY);
        return e.detail();
    }

    /** Understood and refused, naming the member; gives the message. */
    static String violation(String pointer, ThrowingCallable reading) {
        PolicyViolationException e = catchThrowableOfType(PolicyViolationException.class, reading);
        assertThat(e).as("refused at %s", pointer).isNotNull();
        assertThat(e.pointer()).isEqualTo(pointer);
        assertThat(e.getCause()).as("a cause may quote what was sent").isNull();
        assertThat(e.toString()).doesNotContain(CANARY);
        return e.detail();
    }
}
