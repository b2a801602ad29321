package dev.mintmark.tokens;

/** A spec that is understood and refused. */
public final class PolicyViolationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer JSON pointer to the member of the spec that is refused
     * @param detail the rule it breaks, as a sentence
     */
    public PolicyViolationException(String pointer, String detail) {
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
