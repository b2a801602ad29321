package dev.mintmark.drills;

import java.util.Optional;

/**
 * One token of a drill. {@code toString} does not show it.
 *
 * @param label which of several tokens this is; empty if the drill has one
 * @param token the text to send, which need not be a token at all
 * @param code the code of this token where it differs from that of the drill
 * @param isControl whether this token of a drill must be accepted, because it only prepares the next one
 */
public record DrillToken(Optional<String> label, String token, Optional<String> code, boolean isControl) {
    public static DrillToken of(String token) {
        return new DrillToken(Optional.empty(), token, Optional.empty(), false);
    }

    public static DrillToken of(String label, String token) {
        return new DrillToken(Optional.of(label), token, Optional.empty(), false);
    }

    /** The same token, which a strict verifier rejects with this code. */
    public DrillToken withCode(String value) {
        return new DrillToken(label, token, Optional.of(value), isControl);
    }

    /** The same token, which must be accepted. */
    public DrillToken asControl() {
        return new DrillToken(label, token, code, true);
    }

    @Override
    public String toString() {
        return "DrillToken[redacted]";
    }
}
