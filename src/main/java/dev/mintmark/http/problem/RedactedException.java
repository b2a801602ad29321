package dev.mintmark.http.problem;

/** The kind and the place of an exception without its message, which may hold a token or a key. */
public final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RedactedException(Throwable original) {
        super(
                original.getClass().getName(),
                original.getCause() == null ? null : new RedactedException(original.getCause()),
                false,
                true);
        setStackTrace(original.getStackTrace());
    }
}
