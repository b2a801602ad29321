package dev.mintmark.draft;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Words that became a value.
 *
 * @param pointer JSON Pointer to the value in the spec; empty for the preset
 * @param value the value
 * @param how where the value comes from
 * @param from the first UTF-16 unit of the words
 * @param to the unit after the last; equal to {@code from} where the words are those of the value before
 * @param text the words
 * @param why the reason of an assumption, or the convention that was used; empty if there is none
 */
public record Understood(String pointer, JsonNode value, How how, int from, int to, String text, String why) {
    /** Where a value comes from. */
    public enum How {
        /** The sentence says it. */
        SAID,
        /** The sentence does not say it; {@code why} has the reason. */
        ASSUMED,
        /** The preset that the sentence names has it. */
        PRESET
    }

    @Override
    public String toString() {
        return "Understood[" + pointer + ", " + how + "]";
    }
}
