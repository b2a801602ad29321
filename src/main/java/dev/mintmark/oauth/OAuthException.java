package dev.mintmark.oauth;

/** A request that ends with an OAuth error. */
public final class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final OAuthError error;

    /** @param description an ASCII sentence that names the parameter and holds nothing of its value */
    public OAuthException(OAuthError error, String description) {
        super(description);
        this.error = error;
    }

    public OAuthError error() {
        return error;
    }

    /** The value of {@code error_description}. */
    public String description() {
        return String.valueOf(getMessage());
    }
}
