package dev.mintmark.tokens;

import dev.mintmark.jose.JsonPointerException;

/** A spec that is understood and refused. */
public final class PolicyViolationException extends JsonPointerException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer to the member of the spec that is refused
     * @param detail the rule it breaks, as a sentence
     */
    public PolicyViolationException(String pointer, String detail) {
        super(pointer, detail);
    }
}
