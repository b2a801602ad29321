package dev.mintmark.http.problem;

import java.util.List;

/** A body with one or more independent errors. */
public final class InvalidBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Member> errors;

    /** @param errors at least one, in the order of the body */
    public InvalidBodyException(List<Problem.Member> errors) {
        super("The body is invalid", null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<Problem.Member> errors() {
        return errors;
    }
}
