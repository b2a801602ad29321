package dev.mintmark.http;

/** A body over the limit, announced or found while it comes. */
final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body is larger than " + limit + " bytes");
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
