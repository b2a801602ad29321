package dev.mintmark.draft.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * One of the tokens of a preset, for example that of a user and that of an application.
 *
 * @param name for example {@code app}
 * @param title what it is called
 * @param words the words that choose it in a sentence
 */
public record Variant(String name, String title, List<String> words, Template template) {
    public Variant {
        words = List.copyOf(words);
    }

    /** The body of {@code POST /tokens} with these values of slots; the others keep their examples. */
    ObjectNode fill(Map<String, JsonNode> values) {
        return (ObjectNode) template.fill(values);
    }
}
