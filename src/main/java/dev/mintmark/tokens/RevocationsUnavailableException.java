package dev.mintmark.tokens;

/** The revocation store cannot be read or written at present. */
public final class RevocationsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail the reason, as a sentence that contains no token and no address of the store */
    public RevocationsUnavailableException(String detail) {
        super(detail);
    }

    public RevocationsUnavailableException(String detail, Throwable cause) {
        super(detail, cause);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
