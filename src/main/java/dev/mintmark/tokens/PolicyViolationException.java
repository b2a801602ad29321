package dev.mintmark.tokens;

import dev.mintmark.jose.JsonPointerException;

/** A well-formed request that the policy rejects. */
public final class PolicyViolationException extends JsonPointerException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer JSON pointer to the rejected member of the request
     * @param detail the rule that the member breaks, as a sentence
     */
    public PolicyViolationException(String pointer, String detail) {
        super(pointer, detail);
    }
}
