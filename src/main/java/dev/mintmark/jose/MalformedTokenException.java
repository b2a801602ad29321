package dev.mintmark.jose;

/** Text that is no token, or a part of it that is not what its RFC says. */
public final class MalformedTokenException extends JsonPointerException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer to the part: {@code ""}, {@code /header/alg}, {@code /payload}, {@code /signature}
     * @param detail what is wrong, without the offending text
     */
    public MalformedTokenException(String pointer, String detail) {
        super(pointer, detail);
    }
}
