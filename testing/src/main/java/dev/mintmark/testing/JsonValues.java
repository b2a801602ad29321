package dev.mintmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Java values as JSON. The usual ones need no mapper, whose hundreds of classes would delay the first token. */
final class JsonValues {
    private static final class Databind {
        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    private JsonValues() {}

    static JsonNode of(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        }
        if (value instanceof String text) {
            return nodes.textNode(text);
        }
        if (value instanceof Boolean bool) {
            return nodes.booleanNode(bool);
        }
        if (value instanceof Integer || value instanceof Long) {
            return nodes.numberNode(((Number) value).longValue());
        }
        return Databind.MAPPER.valueToTree(value);
    }

    static JsonNode parse(byte[] json) throws IOException {
        return Databind.MAPPER.readTree(json);
    }
}
