package dev.mintmark.drills.run;

import dev.mintmark.drills.DrillGroup;
import dev.mintmark.drills.run.RunResult.Outcome;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for people: a table grouped as the catalogue, then each failure with its meaning and its fix. */
public final class TableReport {
    private static final int NAME_WIDTH = 44;

    private final PrintStream out;
    private final Fixes fixes = Fixes.load();

    public TableReport(PrintStream out) {
        this.out = out;
    }

    public void write(RunReport report) {
        Map<String, List<RunResult>> groups = report.results().stream()
                .collect(Collectors.groupingBy(result -> result.item().group()));
        for (DrillGroup group : DrillGroup.values()) {
            List<RunResult> results = groups.getOrDefault(group.wireName(), List.of());
            if (!results.isEmpty()) {
                out.println();
                out.println(group.title());
                results.forEach(this::line);
            }
        }
        failures(report);
        if (!report.notMade().isEmpty()) {
            out.println();
            out.println("Not made");
            new TreeMap<>(report.notMade()).forEach((id, reason) -> out.println("  " + pad(id) + " " + reason));
        }
        summary(report);
    }

    private void line(RunResult result) {
        String strength = result.item().isMust() ? "MUST  " : "SHOULD";
        String time =
                result.outcome() == Outcome.SKIPPED ? "" : ", " + result.time().toMillis() + " ms";
        out.println("  " + word(result.outcome()) + "  " + strength + "  "
                + pad(result.item().name()) + " " + result.detail() + time);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed ";
            case FAILED -> "FAILED ";
            case SKIPPED -> "skipped";
        };
    }

    /** One explanation for each drill, whose tokens may have failed several times. */
    private void failures(RunReport report) {
        Map<String, List<RunResult>> failures = report.failures().stream()
                .collect(Collectors.groupingBy(result -> result.item().id(), LinkedHashMap::new, Collectors.toList()));
        failures.values().forEach(results -> {
            RunItem item = results.get(0).item();
            out.println();
            out.println(item.id() + ": " + item.title());
            out.println("  " + item.attack() + " (" + String.join(", ", item.references()) + ")");
            fixes.of(item).forEach((framework, fix) -> out.println("  " + framework + ": " + fix));
        });
    }

    private void summary(RunReport report) {
        out.println();
        if (report.isStopped()) {
            out.println("The first control failed, so the run stopped: a service that refuses a good token refuses"
                    + " every token, and nothing else would prove anything. Compare issuer, audience, JWKS, --type and"
                    + " --algorithms with its configuration.");
        }
        out.println(report.count(Outcome.PASSED) + " passed, " + report.count(Outcome.FAILED) + " failed, "
                + report.count(Outcome.SKIPPED) + " skipped, "
                + report.time().toMillis() + " ms. "
                + (report.holds() ? "Every MUST holds." : "Not every MUST holds."));
    }

    private static String pad(String text) {
        return text.length() >= NAME_WIDTH ? text : text + " ".repeat(NAME_WIDTH - text.length());
    }
}
