package dev.mintmark.draft.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON with places for slots: <code>{realm}</code> in a string or a name of a member, and <code>{repository|owner}</code> for
 * the part of the value before its first slash. A string that is nothing but a place takes the value as it is, also an array.
 *
 * @param json the JSON with its places; not changed
 */
record Template(JsonNode json) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(\\|owner)?}");

    /** The JSON with every place filled. Values are inserted once and not searched for places again. */
    JsonNode fill(Map<String, JsonNode> values) {
        return fill(json, values);
    }

    private static JsonNode fill(JsonNode node, Map<String, JsonNode> values) {
        if (node.isTextual()) {
            return fill(node.asText(), values);
        }
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(fill(item, values)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        node.properties()
                .forEach(
                        member -> members.set(fill(member.getKey(), values).asText(), fill(member.getValue(), values)));
        return members;
    }

    private static JsonNode fill(String text, Map<String, JsonNode> values) {
        Matcher place = PLACE.matcher(text);
        if (place.matches() && place.group(2) == null) {
            return value(place, values);
        }
        return TextNode.valueOf(place.reset().replaceAll(found -> {
            String value = value((Matcher) found, values).asText();
            return Matcher.quoteReplacement(found.group(2) == null ? value : value.split("/", 2)[0]);
        }));
    }

    private static JsonNode value(Matcher place, Map<String, JsonNode> values) {
        return Optional.ofNullable(values.get(place.group(1)))
                .orElseThrow(() -> new IllegalStateException("No slot " + place.group(1)));
    }

    /** The JSON Pointer to the first place of a slot; for a name of a member, that of its object. */
    Optional<String> pointer(String slot) {
        return pointer(json, "", slot);
    }

    private static Optional<String> pointer(JsonNode node, String path, String slot) {
        if (node.isTextual()) {
            return isIn(node.asText(), slot) ? Optional.of(path) : Optional.empty();
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> found = pointer(node.get(i), path + '/' + i, slot);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (isIn(member.getKey(), slot)) {
                return Optional.of(path);
            }
            String name = member.getKey().replace("~", "~0").replace("/", "~1");
            Optional<String> found = pointer(member.getValue(), path + '/' + name, slot);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(String text, String slot) {
        return text.contains('{' + slot + '}') || text.contains('{' + slot + '|');
    }
}
