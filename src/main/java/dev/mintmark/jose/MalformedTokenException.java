package dev.mintmark.jose;

/** The text is not a token, or a part of it violates its RFC. */
public final class MalformedTokenException extends JsonPointerException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer JSON pointer to the part: {@code ""}, {@code /header/alg}, {@code /payload}, {@code /signature}
     * @param detail what is wrong, without the offending text
     */
    public MalformedTokenException(String pointer, String detail) {
        super(pointer, detail);
    }
}
