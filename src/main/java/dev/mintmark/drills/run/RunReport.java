package dev.mintmark.drills.run;

import dev.mintmark.drills.run.RunResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The results of a run.
 *
 * @param results one for each token that was sent or skipped
 * @param notMade the drills that Mintmark did not make, with the reason
 * @param isStopped whether the first control failed, so that nothing else was sent
 */
public record RunReport(List<RunResult> results, Map<String, String> notMade, boolean isStopped) {
    public RunReport {
        results = List.copyOf(results);
        notMade = Map.copyOf(notMade);
    }

    /** Whether the service did the right thing in each drill that a specification demands. */
    public boolean holds() {
        return !isStopped
                && results.stream()
                        .noneMatch(result -> result.isFailed() && result.item().isMust());
    }

    public List<RunResult> failures() {
        return results.stream().filter(RunResult::isFailed).toList();
    }

    long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    Duration time() {
        return results.stream().map(RunResult::time).reduce(Duration.ZERO, Duration::plus);
    }
}
