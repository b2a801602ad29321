package dev.mintmark.service.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Explains why a body is not JSON, with line and column, without repeating any of it. */
public final class JsonSyntax {
    /** Phrases of Jackson's messages, each with the sentence to answer. */
    private static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("Duplicate field", "a member name occurs twice");
        REASONS.put(
                "double-quote to start field name",
                "expected a member name in double quotes; a comma must not " + "precede the closing brace");
        REASONS.put("a colon to separate", "expected a colon after the member name");
        REASONS.put("comma to separate Object entries", "expected a comma or the closing brace");
        REASONS.put("comma to separate Array entries", "expected a comma or the closing bracket");
        REASONS.put(
                "Unexpected end-of-input", "the JSON ends too early; a string, an array or an object is not closed");
        REASONS.put("end-of-input", "the JSON ends too early; a string, an array or an object is not closed");
        REASONS.put(
                "Illegal unquoted character", "a line break or another control character must be escaped in a string");
        REASONS.put("escape", "unknown escape in a string; write a backslash as two");
        REASONS.put("Trailing token", "unexpected text after the JSON object");
        REASONS.put("nesting depth", "the JSON is nested more than 64 deep");
        REASONS.put("Non-standard token", "NaN and Infinity are not JSON");
        REASONS.put("Unrecognized token", "expected a JSON value; strings need double quotes");
        REASONS.put("Leading zeroes", "a number must not start with a zero");
        REASONS.put("length", "a number or a string is too long");
        REASONS.put(
                "valid value",
                "expected a JSON value; strings need double quotes, and a comma must not precede the "
                        + "closing bracket");
    }

    private JsonSyntax() {}

    /** The sentence for an exception of the parser, about the body of a request. */
    public static String detail(JsonProcessingException e) {
        return detail("The body", e);
    }

    /**
     * The sentence for an exception of the parser.
     *
     * @param subject the subject of the sentence
     */
    public static String detail(String subject, JsonProcessingException e) {
        String message = Objects.requireNonNullElse(e.getOriginalMessage(), "");
        String reason = REASONS.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("this is not valid JSON");
        JsonLocation location = e.getLocation();
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return subject + " is not valid JSON" + place + ": " + reason + '.';
    }
}
