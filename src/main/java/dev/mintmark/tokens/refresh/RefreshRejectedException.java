package dev.mintmark.tokens.refresh;

import java.util.List;

/** A refresh token that cannot be redeemed, or not for the requested scope or audience. */
public final class RefreshRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    /**
     * One reason.
     *
     * @param pointer to the member of the request
     * @param code a stable code: that of a failed check, or {@code reused}
     * @param detail the reason as a sentence
     */
    public record Reason(String pointer, String code, String detail) {}

    public RefreshRejectedException(List<Reason> reasons) {
        super("The refresh token is rejected");
        this.reasons = List.copyOf(reasons);
    }

    static RefreshRejectedException of(String pointer, String code, String detail) {
        return new RefreshRejectedException(List.of(new Reason(pointer, code, detail)));
    }

    /** Returns all reasons. */
    public List<Reason> reasons() {
        return reasons;
    }
}
