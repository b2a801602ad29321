package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Members that hold a string or a list of strings. */
final class Strings {
    private Strings() {}

    /** Visits the string, or each string of the list, with its pointer. */
    static void each(String pointer, String name, JsonNode object, BiConsumer<String, String> visitor) {
        JsonNode value = object.get(name);
        if (value == null) {
            return;
        }
        String where = pointer + '/' + Leaf.escaped(name);
        if (value.isTextual()) {
            visitor.accept(where, value.asText());
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i).isTextual()) {
                    visitor.accept(where + '/' + i, value.get(i).asText());
                }
            }
        }
    }
}
