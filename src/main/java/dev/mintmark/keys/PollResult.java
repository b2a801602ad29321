package dev.mintmark.keys;

import java.util.Optional;

/**
 * The result of one poll of a file or directory that is reloaded.
 *
 * @param outcome the outcome
 * @param ring the new ring, if a key directory was swapped in
 * @param error why the source is rejected, for the log, without any part of a key; empty if it is valid
 * @param isNews whether the result is worth a log line: a swap, a new rejection, or the end of a rejection
 */
public record PollResult(Outcome outcome, Optional<KeyRing> ring, Optional<String> error, boolean isNews) {

    /** The outcome of a poll. */
    public enum Outcome {
        /** The content stays: nothing changed, or an invalid source has its previous content again. */
        UNCHANGED,
        /** New content is in use. */
        SWAPPED,
        /** The source is invalid; the last valid content stays. */
        REFUSED
    }

    /** Nothing to swap in. */
    public static PollResult unchanged(boolean isNews) {
        return new PollResult(Outcome.UNCHANGED, Optional.empty(), Optional.empty(), isNews);
    }

    /** New content that is not a key ring. */
    public static PollResult swapped() {
        return new PollResult(Outcome.SWAPPED, Optional.empty(), Optional.empty(), true);
    }

    static PollResult swapped(KeyRing ring) {
        return new PollResult(Outcome.SWAPPED, Optional.of(ring), Optional.empty(), true);
    }

    /** An invalid source. */
    public static PollResult refused(String reason, boolean isNews) {
        return new PollResult(Outcome.REFUSED, Optional.empty(), Optional.of(reason), isNews);
    }
}
