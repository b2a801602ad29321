package dev.mintmark.http.problem;

/** The path is known, but the resource that it names does not exist. */
public final class NotFoundProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail a sentence that says what does not exist and where to look */
    public NotFoundProblemException(String detail) {
        super(detail, null, false, false);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
