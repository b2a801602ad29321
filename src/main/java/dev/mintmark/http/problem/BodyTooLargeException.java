package dev.mintmark.http.problem;

/** A body over the limit, detected by its Content-Length or while it is received. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(long limit) {
        super("The body is larger than " + limit + " bytes");
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
