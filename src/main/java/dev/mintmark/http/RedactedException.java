package dev.mintmark.http;

/** The kind and the place of an exception without its message, which may hold a token or a key. */
final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedactedException(Throwable original) {
        super(
                original.getClass().getName(),
                original.getCause() == null ? null : new RedactedException(original.getCause()),
                false,
                true);
        setStackTrace(original.getStackTrace());
    }
}
