package dev.mintmark.drills.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A suite as Mintmark answered it.
 *
 * @param name names it for its canary
 * @param items the tokens
 * @param skipped the drills that were not made, with the reason
 */
public record RunSuite(String name, List<RunItem> items, Map<String, String> skipped) {
    public RunSuite {
        items = List.copyOf(items);
        skipped = Map.copyOf(skipped);
    }

    /** The suite in an answer of {@code POST /drills}. */
    public static RunSuite of(ObjectNode answer) {
        return new RunSuite(
                answer.path("suite").asText(),
                answer.path("drills").valueStream().map(RunItem::of).toList(),
                answer.path("skipped")
                        .valueStream()
                        .collect(Collectors.toMap(
                                entry -> entry.path("id").asText(), RunSuite::reason, (one, other) -> one)));
    }

    private static String reason(JsonNode entry) {
        return entry.path("reason").asText();
    }

    @Override
    public String toString() {
        return "RunSuite[" + items.size() + " tokens]";
    }
}
