package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the tables of this package. A table with a member that is not known is a mistake, and fails at start-up. */
final class Tables {
    private Tables() {}

    static JsonNode load(String resource) {
        try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(resource), resource)) {
            return StrictJson.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The strings of a list; a string alone is a list of one. */
    static List<String> texts(JsonNode json) {
        if (json.isTextual()) {
            return List.of(json.asText());
        }
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    /** @throws IllegalArgumentException if the object has another member */
    static void allow(JsonNode json, Set<String> members) {
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!members.contains(member.getKey())) {
                throw new IllegalArgumentException("Unknown member in a table: " + member.getKey());
            }
        }
    }
}
