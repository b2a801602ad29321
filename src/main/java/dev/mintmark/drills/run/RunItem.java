package dev.mintmark.drills.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One token to send. {@code toString} does not show it.
 *
 * @param id the drill
 * @param group its group
 * @param title what is wrong, as a phrase
 * @param label which of several tokens this is
 * @param isAccepted whether a correct service accepts the token
 * @param statuses the statuses that a correct service may answer
 * @param isMust whether a specification demands it
 * @param attack the weakness of a service that accepts the token
 * @param references specifications and advisories
 * @param isDos whether the token may exhaust a weak service
 * @param token the text to send
 */
public record RunItem(
        String id,
        String group,
        String title,
        Optional<String> label,
        boolean isAccepted,
        List<Integer> statuses,
        boolean isMust,
        String attack,
        List<String> references,
        boolean isDos,
        String token) {
    public RunItem {
        statuses = List.copyOf(statuses);
        references = List.copyOf(references);
    }

    static RunItem of(JsonNode entry) {
        return new RunItem(
                entry.path("id").asText(),
                entry.path("group").asText(),
                entry.path("title").asText(),
                Optional.ofNullable(entry.get("label")).map(JsonNode::asText),
                entry.path("expect").asText().equals("accept"),
                entry.path("http_status").valueStream().map(JsonNode::asInt).toList(),
                entry.path("strength").asText().equals("MUST"),
                entry.path("attack").asText(),
                entry.path("references").valueStream().map(JsonNode::asText).toList(),
                entry.path("dos").asBoolean(),
                entry.path("token").asText());
    }

    /** The id, with the label if there is one. */
    public String name() {
        return label.map(text -> id + " (" + text + ")").orElse(id);
    }

    boolean isControl() {
        return group.equals("controls");
    }

    @Override
    public String toString() {
        return "RunItem[" + name() + "]";
    }
}
