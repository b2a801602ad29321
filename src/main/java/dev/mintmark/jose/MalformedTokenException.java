package dev.mintmark.jose;

/** Text that is no token, or a part of it that is not what its RFC says. The message holds nothing of the token. */
public final class MalformedTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer JSON pointer to the part: {@code ""}, {@code /header/alg}, {@code /payload}, {@code /signature}
     * @param detail what is wrong, without the offending text
     */
    public MalformedTokenException(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    /** What is wrong, as a clause without the offending text. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
