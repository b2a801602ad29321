package dev.mintmark.drills.run;

import dev.mintmark.drills.run.RunResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The report for CI, in the XML of JUnit: one test case for each token. */
public final class JunitReport {
    private JunitReport() {}

    /** The XML document. */
    public static String write(RunReport report) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"drills\" tests=\"")
                .append(report.results().size());
        xml.append("\" failures=\"").append(report.count(Outcome.FAILED)).append("\" errors=\"0\" skipped=\"");
        xml.append(report.count(Outcome.SKIPPED)).append("\" time=\"").append(seconds(report.time()));
        xml.append("\">\n");
        report.results().forEach(result -> xml.append(testCase(result)));
        return xml.append("</testsuite>\n").toString();
    }

    private static String testCase(RunResult result) {
        RunItem item = result.item();
        String open = "  <testcase classname=\"drills." + escaped(item.group()) + "\" name=\"" + escaped(item.name())
                + "\" time=\"" + seconds(result.time()) + "\"";
        String message = escaped(result.detail());
        return switch (result.outcome()) {
            case PASSED -> open + "/>\n";
            case SKIPPED -> open + "><skipped message=\"" + message + "\"/></testcase>\n";
            case FAILED ->
                open + "><failure type=\"" + (item.isMust() ? "MUST" : "SHOULD") + "\" message=\"" + message
                        + "\">"
                        + escaped(String.join(
                                "\n", List.of(item.title(), item.attack(), String.join(", ", item.references()))))
                        + "</failure></testcase>\n";
        };
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
