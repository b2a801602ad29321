package dev.mintmark.jose.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;

/**
 * Replaces values that a lenient parser accepts and JSON cannot express, so that they can be shown: NaN and infinities
 * become strings, lone surrogates U+FFFD.
 */
final class WritableJson {
    private WritableJson() {}

    /** A copy with other values replaced; the depth is bounded by the parser. */
    static JsonNode of(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> copy.set(text(entry.getKey()), of(entry.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(of(item)));
            return copy;
        }
        if (value.isTextual()) {
            return TextNode.valueOf(text(value.asText()));
        }
        boolean isFinite = !value.isDouble() || Double.isFinite(value.doubleValue());
        return isFinite ? value : TextNode.valueOf(value.asText());
    }

    private static String text(String text) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return text;
        }
        StringBuilder repaired = new StringBuilder();
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
