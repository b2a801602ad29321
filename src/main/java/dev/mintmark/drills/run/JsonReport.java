package dev.mintmark.drills.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The report for programs, as JSON. */
public final class JsonReport {
    private JsonReport() {}

    /** {@code {holds, stopped, results: [{id, label, group, strength, outcome, detail, ms}], not_made}}. */
    public static ObjectNode write(RunReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("holds", report.holds()).put("stopped", report.isStopped());
        ArrayNode results = json.putArray("results");
        report.results().forEach(result -> {
            ObjectNode entry = results.addObject().put("id", result.item().id());
            result.item().label().ifPresent(label -> entry.put("label", label));
            entry.put("group", result.item().group())
                    .put("strength", result.item().isMust() ? "MUST" : "SHOULD")
                    .put("outcome", result.outcome().name().toLowerCase(Locale.ROOT))
                    .put("detail", result.detail())
                    .put("ms", result.time().toMillis());
        });
        ObjectNode notMade = json.putObject("not_made");
        report.notMade().forEach(notMade::put);
        return json;
    }
}
