package dev.mintmark.keys;

import java.util.Optional;

/**
 * What one look at the directory brought.
 *
 * @param outcome what happened
 * @param ring the new ring, if one was swapped in
 * @param error why the directory is refused, if it is: for the log, with nothing of a key in it
 * @param isNews whether this is worth a log line: a swap, a refusal that was not there at the last poll, or its end
 */
public record PollResult(Outcome outcome, Optional<KeyRing> ring, Optional<String> error, boolean isNews) {

    /** What happened. */
    public enum Outcome {
        /** The ring stays: nothing new, or what was bad is again as it was. */
        UNCHANGED,
        /** Another ring is live. */
        SWAPPED,
        /** The directory is bad; the last good ring stays. */
        REFUSED
    }

    static PollResult unchanged(boolean isNews) {
        return new PollResult(Outcome.UNCHANGED, Optional.empty(), Optional.empty(), isNews);
    }

    static PollResult swapped(KeyRing ring) {
        return new PollResult(Outcome.SWAPPED, Optional.of(ring), Optional.empty(), true);
    }

    static PollResult refused(String reason, boolean isNews) {
        return new PollResult(Outcome.REFUSED, Optional.empty(), Optional.of(reason), isNews);
    }
}
