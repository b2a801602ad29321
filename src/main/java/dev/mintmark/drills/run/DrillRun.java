package dev.mintmark.drills.run;

import dev.mintmark.drills.run.RunResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends the tokens of a suite and collects the results. Stops if the first control fails. */
public final class DrillRun {
    /** Drills of promises that few endpoints make, so that they are sent only if they are named. */
    private static final Set<String> PROMISED = Set.of("replayed-jti", "revoked");

    private final Sender sender;
    private final Set<String> named;
    private final Consumer<RunResult> progress;

    /**
     * @param named the drills that the caller named one by one
     * @param progress receives each result
     */
    public DrillRun(Sender sender, Set<String> named, Consumer<RunResult> progress) {
        this.sender = sender;
        this.named = Set.copyOf(named);
        this.progress = progress;
    }

    /**
     * Sends all tokens.
     *
     * @param fetched asks, after the last token, which drills' URLs the service fetched
     */
    public RunReport run(RunSuite suite, Supplier<Set<String>> fetched) {
        List<RunResult> results = new ArrayList<>();
        for (RunItem item : suite.items()) {
            RunResult result = send(item);
            results.add(result);
            progress.accept(result);
            if (results.size() == 1 && item.isControl() && result.isFailed()) {
                return new RunReport(results, suite.skipped(), true);
            }
        }
        Set<String> hits = fetched.get();
        List<RunResult> checked = results.stream()
                .map(result -> hits.contains(result.item().id())
                        ? result.failedBecause("it fetched the URL that the token names")
                        : result)
                .toList();
        return new RunReport(checked, suite.skipped(), false);
    }

    private RunResult send(RunItem item) {
        if (PROMISED.contains(item.id()) && !named.contains(item.id())) {
            return new RunResult(
                    item, Outcome.SKIPPED, "only for endpoints that promise it: --include " + item.id(), Duration.ZERO);
        }
        return AnswerCheck.check(item, sender.send(item));
    }
}
