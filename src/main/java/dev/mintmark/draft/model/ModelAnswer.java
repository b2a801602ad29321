package dev.mintmark.draft.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The members that a model proposes: {@code {"members": [{"pointer", "value", "quote"}]}} and nothing else. */
record ModelAnswer(List<Proposed> members) {
    private static final int MAX_MEMBERS = 50;
    private static final Set<String> NAMES = Set.of("pointer", "value", "quote");

    /**
     * One proposed member.
     *
     * @param pointer JSON Pointer into the token request
     * @param value as JSON
     * @param quote the part of the sentence that says so
     */
    record Proposed(String pointer, JsonNode value, String quote) {}

    /** The JSON Schema of an answer. The value is JSON as text, because strict schemas have no value of any type. */
    static ObjectNode schema() {
        ObjectNode schema = object();
        ObjectNode members = schema.putObject("properties").putObject("members").put("type", "array");
        schema.putArray("required").add("members");
        ObjectNode item = object();
        NAMES.stream().sorted().forEach(name -> {
            item.withObjectProperty("properties").putObject(name).put("type", "string");
            item.withArrayProperty("required").add(name);
        });
        members.set("items", item);
        return schema;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
    }

    /** @throws ModelException for any other form */
    static ModelAnswer of(JsonNode json) throws ModelException {
        JsonNode list = json.path("members");
        if (json.size() != 1 || !list.isArray() || list.size() > MAX_MEMBERS) {
            throw new ModelException("answered in another form");
        }
        List<Proposed> members = new ArrayList<>();
        for (JsonNode item : list) {
            boolean isComplete = item.size() == NAMES.size()
                    && NAMES.stream().allMatch(name -> item.path(name).isTextual());
            if (!isComplete) {
                throw new ModelException("answered in another form");
            }
            members.add(new Proposed(
                    item.path("pointer").asText(),
                    value(item.path("value")),
                    item.path("quote").asText()));
        }
        return new ModelAnswer(members);
    }

    /** JSON in the text, or else the text. */
    private static JsonNode value(JsonNode text) {
        try {
            return StrictJson.parse(text.asText().getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
