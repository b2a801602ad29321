package dev.mintmark.drills.run;

import java.time.Duration;

/**
 * The result of one token.
 *
 * @param item the token with its drill
 * @param outcome whether the service did the right thing
 * @param detail what it did, as a phrase
 * @param time how long it took
 */
public record RunResult(RunItem item, Outcome outcome, String detail, Duration time) {
    /** Whether a service did the right thing. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    boolean isFailed() {
        return outcome == Outcome.FAILED;
    }

    RunResult failedBecause(String reason) {
        return new RunResult(item, Outcome.FAILED, reason, time);
    }
}
