package dev.mintmark.jose;

/** An error at one place of the input. The message does not contain any part of a token, key or secret. */
public abstract class JsonPointerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer JSON pointer (RFC 6901) to the place; empty for the whole input
     * @param detail what is wrong there, as a sentence
     */
    protected JsonPointerException(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    public final String pointer() {
        return pointer;
    }

    /** What is wrong, as a sentence without the offending text. */
    public final String detail() {
        return String.valueOf(getMessage());
    }
}
