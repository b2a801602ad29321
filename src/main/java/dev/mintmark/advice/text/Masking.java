package dev.mintmark.advice.text;

import com.fasterxml.jackson.databind.JsonNode;

/** Shortens and masks values for reports, so that they contain nothing sensitive. */
public final class Masking {
    private static final int MAX_LENGTH = 100;
    /** In shorter values, two characters at each end would be most of the value. */
    private static final int MIN_LENGTH_TO_HINT = 9;

    private Masking() {}

    /** The value, shortened; only the type of an object or array; what looks like a credential is masked. */
    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return of(value.asText());
        }
        if (value.isObject()) {
            return "object";
        }
        if (value.isArray()) {
            return "array of " + value.size();
        }
        return cut(value.toString());
    }

    public static String of(String text) {
        if (Patterns.isSecret(text) || Patterns.isToken(text)) {
            return masked(text);
        }
        return cut(text);
    }

    /** The first two and the last two characters. */
    public static String masked(String text) {
        if (text.length() < MIN_LENGTH_TO_HINT) {
            return "***";
        }
        return text.substring(0, 2) + "***" + text.substring(text.length() - 2);
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
