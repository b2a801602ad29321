package dev.mintmark.http.problem;

/** The class and stack trace of an exception without its message, which may contain a token or a key. */
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
