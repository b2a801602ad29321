package dev.mintmark.service.body;

import java.util.List;

/** A request that has unknown members or members of a wrong type. */
public final class InvalidMembersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<MemberError> errors;

    InvalidMembersException(List<MemberError> errors) {
        super("The request has " + errors.size() + " errors");
        this.errors = List.copyOf(errors);
    }

    /** All errors in the order of the members; at least one. */
    public List<MemberError> errors() {
        return errors;
    }
}
