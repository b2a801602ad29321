package dev.mintmark.advice.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in a JSON tree that is not an object or array.
 *
 * @param pointer its JSON pointer
 * @param name the name of the nearest enclosing member
 * @param value the value
 * @param isText whether it is a string
 * @param text the value as text
 */
public record JsonLeaf(String pointer, String name, JsonNode value, boolean isText, String text) {
    /** More than any genuine token has. */
    private static final int MAX_COUNT = 10_000;

    private static final List<String> KEY_MATERIAL = List.of("x5c", "jwk", "epk");

    public static List<JsonLeaf> of(String pointer, JsonNode root) {
        List<JsonLeaf> leaves = new ArrayList<>();
        collect(pointer, "", root, leaves);
        return leaves;
    }

    /** The leaves of a header without key material, which has rules of its own. */
    public static List<JsonLeaf> ofHeader(JsonNode header) {
        List<JsonLeaf> leaves = new ArrayList<>();
        header.properties().stream()
                .filter(member -> !KEY_MATERIAL.contains(member.getKey()))
                .forEach(member ->
                        collect("/header/" + escaped(member.getKey()), member.getKey(), member.getValue(), leaves));
        return leaves;
    }

    // The depth is bounded by the parser.
    private static void collect(String pointer, String name, JsonNode node, List<JsonLeaf> leaves) {
        if (leaves.size() >= MAX_COUNT) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            pointer + '/' + escaped(member.getKey()), member.getKey(), member.getValue(), leaves));
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + '/' + i, name, node.get(i), leaves);
            }
            return;
        }
        leaves.add(new JsonLeaf(pointer, name, node, node.isTextual(), node.asText()));
    }

    /** The member name escaped for a JSON pointer (RFC 6901 section 3). */
    public static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
