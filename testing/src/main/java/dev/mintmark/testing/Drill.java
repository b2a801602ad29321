package dev.mintmark.testing;

import java.util.List;

/**
 * A token that a resource server must refuse, or a good one as a control, as a case of a parameterised test.
 *
 * @param id the stable name, for example {@code alg-none}
 * @param label which of several tokens of the drill this is; empty if there is one
 * @param title what is wrong, as a phrase
 * @param attack the weakness that accepts the token
 * @param token the text to send as Bearer, which need not be a token at all
 * @param httpStatus the statuses that a correct resource server may answer
 */
public record Drill(String id, String label, String title, String attack, String token, List<Integer> httpStatus) {
    public Drill {
        httpStatus = List.copyOf(httpStatus);
    }

    /** The id, with the label if there is one, for example {@code crit-malformed (null)}. */
    public String name() {
        return id + (label.isEmpty() ? "" : " (" + label + ")");
    }

    /** The name and what is wrong, without the token, for the names of test cases. */
    @Override
    public String toString() {
        return name() + ": " + title;
    }
}
