package dev.mintmark.advice.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Strings, and members that are a string or a list of strings. */
public final class Strings {
    private Strings() {}

    /** The string; the empty one if the value is not a string. */
    public static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : "";
    }

    /** Visits the string or each string of the list with its pointer. */
    public static void each(String pointer, String name, JsonNode object, BiConsumer<String, String> visitor) {
        JsonNode value = object.get(name);
        if (value == null) {
            return;
        }
        String where = pointer + '/' + JsonLeaf.escaped(name);
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

    /** Whether the text has only digits; true for the empty string. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
