package dev.mintmark.desk;

/** A request that cannot be understood or contradicts itself. The message holds nothing of what was sent. */
public final class MalformedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer JSON pointer to the member of the request
     * @param detail what is wrong with it, as a sentence
     */
    public MalformedRequestException(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
