package dev.mintmark.draft.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A value of a preset that can be replaced.
 *
 * @param name for example {@code realm}
 * @param pointer JSON Pointer to its first place in the spec
 * @param example its value if no other is given: a string or an array of strings
 * @param member the member of a token request whose value belongs here, or a claim such as {@code email}
 * @param said the words that name it in a sentence, besides those of the member
 */
public record Slot(String name, String pointer, JsonNode example, Optional<String> member, List<String> said) {
    public Slot {
        said = List.copyOf(said);
    }

    /** Whether its value is an array of strings. */
    public boolean isList() {
        return example.isArray();
    }
}
