package dev.mintmark.http;

import java.io.IOException;

/** A body over the limit, found while it is read; an IOException, so that readers let it through. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body is larger than " + limit + " bytes");
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
