package dev.mintmark.advice;

import dev.mintmark.kinds.Inference;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings on a subject. Advice is not verification: a report does not say that a token is genuine.
 *
 * @param kind the kind of token and the reason for that inference; empty for keys
 * @param highest the highest severity found
 * @param counts the number of findings of each severity, the worst first, including those cut off
 * @param advisories the findings, the most severe first, at most {@value #MAX_COUNT}
 * @param isTruncated whether findings were cut off
 * @param skipped why the search for a well-known secret was skipped, if it was requested
 */
public record Report(
        Optional<Inference> kind,
        Optional<Severity> highest,
        Map<Severity, Integer> counts,
        List<Advisory> advisories,
        boolean isTruncated,
        Optional<String> skipped) {
    /** The maximum number of advisories in one report. */
    public static final int MAX_COUNT = 50;

    private static final List<Severity> WORST_FIRST =
            Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).toList();

    public Report {
        counts = Collections.unmodifiableMap(counts);
        advisories = List.copyOf(advisories);
    }

    static Report of(Optional<Inference> kind, Findings findings, Optional<String> skipped) {
        List<Advisory> all = findings.bySeverity();
        Map<Severity, Integer> counts = new LinkedHashMap<>();
        for (Severity severity : WORST_FIRST) {
            counts.put(severity, 0);
        }
        all.forEach(advisory -> counts.merge(advisory.severity(), 1, Integer::sum));
        return new Report(
                kind,
                all.isEmpty() ? Optional.empty() : Optional.of(all.get(0).severity()),
                counts,
                all.subList(0, Math.min(MAX_COUNT, all.size())),
                all.size() > MAX_COUNT,
                skipped);
    }
}
