package dev.mintmark.oauth.config;

/** A configuration of OAuth that cannot be used. */
public final class OAuthConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong where.
     *
     * @param pointer JSON pointer into the configuration
     * @param detail a sentence that holds nothing of the value
     */
    OAuthConfigException(String pointer, String detail) {
        super((pointer.isEmpty() ? "The file" : pointer) + ": " + detail);
    }

    /** The pointer and the sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
