package dev.mintmark.drills.run;

import dev.mintmark.drills.run.RunResult.Outcome;
import java.time.Duration;
import java.util.Set;

/** Compares an answer with what a correct service does. The verdict counts, not the exact status of a refusal. */
final class AnswerCheck {
    /** Statuses that refuse a token. Another one, such as a redirect to a login page, leaves a client in the dark. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 413, 431);

    /** An answer that takes longer shows that a token makes the service work: a command that sleeps takes 10 s. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    private AnswerCheck() {}

    static RunResult check(RunItem item, Answer answer) {
        if (answer instanceof Answer.Unsendable unsendable) {
            return new RunResult(item, Outcome.SKIPPED, unsendable.reason(), Duration.ZERO);
        }
        if (answer instanceof Answer.None none) {
            return new RunResult(item, Outcome.FAILED, none.reason(), Duration.ZERO);
        }
        Answer.Status status = (Answer.Status) answer;
        boolean isRight = item.isAccepted() ? status.isSuccess() : REFUSALS.contains(status.code());
        boolean isSlow =
                status.time().compareTo(SLOW) > 0 && (item.isDos() || item.id().equals("kid-command"));
        if (isRight && !isSlow) {
            return new RunResult(item, Outcome.PASSED, "answered " + status.code(), status.time());
        }
        return new RunResult(item, Outcome.FAILED, detail(item, status, isSlow), status.time());
    }

    private static String detail(RunItem item, Answer.Status status, boolean isSlow) {
        String answered = "answered " + status.code();
        if (isSlow) {
            return answered + " after " + status.time().toSeconds() + " s";
        }
        if (status.code() >= 500) {
            return answered + ", a failure of the service";
        }
        if (item.isAccepted()) {
            return answered + ", and must accept the token";
        }
        return status.isSuccess() ? answered + ": it accepts the token" : answered + ", which does not refuse a token";
    }
}
