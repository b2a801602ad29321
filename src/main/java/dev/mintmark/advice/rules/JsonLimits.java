package dev.mintmark.advice.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.text.JsonLeaf;

/** The size of JSON: nesting depth, members of an object, characters of a string. */
final class JsonLimits {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_MEMBERS = 256;
    private static final int MAX_STRING = 16_384;

    private JsonLimits() {}

    /** Checks the depth of JSON that may be too deep to parse. */
    static void look(String pointer, int depth, Findings found) {
        if (depth > MAX_DEPTH) {
            found.at(pointer, depth + " levels", "Objects and arrays are nested " + depth + " deep");
        }
    }

    static void look(String pointer, JsonNode root, Findings found) {
        look(pointer, depth(pointer, root, found), found);
    }

    private static int depth(String pointer, JsonNode node, Findings found) {
        if (node.isTextual() && node.asText().length() > MAX_STRING) {
            int length = node.asText().length();
            found.at(pointer, length + " characters", "This string has " + length + " characters");
        }
        if (node.isObject() && node.size() > MAX_MEMBERS) {
            found.at(pointer, node.size() + " members", "This object has " + node.size() + " members");
        }
        int deepest = 0;
        if (node.isObject()) {
            for (var member : node.properties()) {
                JsonNode value = member.getValue();
                // Most values are short and flat; they need no pointer.
                if (value.isContainerNode()
                        || (value.isTextual() && value.asText().length() > MAX_STRING)) {
                    deepest = Math.max(deepest, depth(pointer + '/' + JsonLeaf.escaped(member.getKey()), value, found));
                }
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                deepest = Math.max(deepest, depth(pointer + '/' + i, node.get(i), found));
            }
        }
        return node.isContainerNode() ? deepest + 1 : 0;
    }
}
