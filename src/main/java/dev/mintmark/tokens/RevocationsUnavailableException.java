package dev.mintmark.tokens;

/** What is revoked cannot be told, or not be remembered, at present. */
public final class RevocationsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail why, as a sentence that holds nothing of tokens or of the store's address */
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
