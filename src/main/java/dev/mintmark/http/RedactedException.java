package dev.mintmark.http;

/** The kind and the place of an exception without its message, which may hold a token or a key. */
final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedactedException(Throwable original) {
        super(original.getClass().getName(), null, false, true);
        setStackTrace(original.getStackTrace());
        if (original.getCause() != null && original.getCause() != original) {
            initCause(new RedactedException(original.getCause()));
        }
    }
}
