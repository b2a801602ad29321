package dev.mintmark.drills;

import dev.mintmark.jose.json.JsonMembers;
import java.util.List;

/**
 * The tokens of one run.
 *
 * @param header the header of the base token
 * @param claims the claims of the base token
 * @param entries the tokens in the order of the catalogue
 * @param skipped the drills that could not be made
 */
public record Suite(JsonMembers header, JsonMembers claims, List<Entry> entries, List<Skipped> skipped) {
    public Suite {
        entries = List.copyOf(entries);
        skipped = List.copyOf(skipped);
    }

    /** One token with its drill. */
    public record Entry(Drill drill, DrillToken token) {
        /** What a correct resource server does with this token. */
        public Drill.Expect expect() {
            return token.isControl() ? Drill.Expect.ACCEPT : drill.expect();
        }

        /** The statuses that it may answer. */
        public List<Integer> httpStatus() {
            return token.isControl() ? List.of(200) : drill.httpStatus();
        }
    }

    /** A drill that was not made, and why, as a sentence. */
    public record Skipped(Drill drill, String reason) {}
}
