package dev.mintmark.keys;

import java.util.Optional;

/**
 * The result of one poll of the directory.
 *
 * @param outcome the outcome
 * @param ring the new ring, if one was swapped in
 * @param error why the directory is rejected, for the log, without any part of a key; empty if it is valid
 * @param isNews whether the result is worth a log line: a swap, a new rejection, or the end of a rejection
 */
public record PollResult(Outcome outcome, Optional<KeyRing> ring, Optional<String> error, boolean isNews) {

    /** The outcome of a poll. */
    public enum Outcome {
        /** The ring stays: nothing changed, or an invalid directory has its previous content again. */
        UNCHANGED,
        /** A new ring is in use. */
        SWAPPED,
        /** The directory is invalid; the last valid ring stays. */
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
