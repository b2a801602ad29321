package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.JoseHeader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the header and claims of a token must have to be recognised; everything that is stated must hold.
 *
 * @param types values of {@code typ}, normalized, one of which must be there
 * @param algorithms values of {@code alg}, one of which must be there
 * @param header header parameters that must be there
 * @param claims claims that must be there
 * @param any claims one of which must be there
 * @param none claims that must not be there
 * @param only the only claims that may be there
 * @param values patterns one of which the claim's value, or an element of it, must match
 * @param same two claims that must be equal
 * @param member a member that the object in a claim must have
 * @param reason why a token that fits is of its kind, in words
 */
record Condition(
        Set<String> types,
        Set<String> algorithms,
        List<String> header,
        List<String> claims,
        List<String> any,
        List<String> none,
        Set<String> only,
        Map<String, List<ValuePattern>> values,
        List<String> same,
        Map<String, String> member,
        String reason) {
    /** Elements of a list that are looked at: more than a genuine token has. */
    private static final int MAX_ELEMENTS = 16;

    private static final Set<String> MEMBERS =
            Set.of("typ", "alg", "header", "claims", "any", "none", "only", "values", "same", "member", "reason");

    static Condition of(JsonNode json) {
        Tables.allow(json, MEMBERS);
        Map<String, List<ValuePattern>> values = new HashMap<>();
        json.path("values")
                .properties()
                .forEach(e -> values.put(
                        e.getKey(),
                        Tables.texts(e.getValue()).stream()
                                .map(ValuePattern::of)
                                .toList()));
        Map<String, String> member = new HashMap<>();
        json.path("member")
                .properties()
                .forEach(e -> member.put(e.getKey(), e.getValue().asText()));
        return new Condition(
                Set.copyOf(Tables.texts(json.path("typ"))),
                Set.copyOf(Tables.texts(json.path("alg"))),
                Tables.texts(json.path("header")),
                Tables.texts(json.path("claims")),
                Tables.texts(json.path("any")),
                Tables.texts(json.path("none")),
                new HashSet<>(Tables.texts(json.path("only"))),
                Map.copyOf(values),
                Tables.texts(json.path("same")),
                Map.copyOf(member),
                json.path("reason").asText(""));
    }

    // Loops and early returns instead of streams: every token that is minted or read passes here.
    boolean fits(JsonNode jose, JsonNode payload) {
        return hasAll(claims, payload)
                && hasAll(header, jose)
                && (any.isEmpty() || hasAny(any, payload))
                && !hasAny(none, payload)
                && fitsHeader(jose)
                && (only.isEmpty() || hasOnly(payload.fieldNames()))
                && (same.isEmpty() || isSame(payload.path(same.get(0)), payload.path(same.get(1))))
                && hasMembers(payload)
                && hasValues(payload);
    }

    private static boolean hasAll(List<String> names, JsonNode object) {
        for (String name : names) {
            if (!object.has(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAny(List<String> names, JsonNode object) {
        for (String name : names) {
            if (object.has(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean fitsHeader(JsonNode jose) {
        return (types.isEmpty()
                        || types.contains(
                                JoseHeader.normalizedType(jose.path("typ").asText(""))))
                && (algorithms.isEmpty() || algorithms.contains(jose.path("alg").asText("")));
    }

    private boolean hasOnly(Iterator<String> names) {
        while (names.hasNext()) {
            if (!only.contains(names.next())) {
                return false;
            }
        }
        return true;
    }

    private boolean hasMembers(JsonNode payload) {
        for (Map.Entry<String, String> entry : member.entrySet()) {
            if (!payload.path(entry.getKey()).has(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean hasValues(JsonNode payload) {
        for (Map.Entry<String, List<ValuePattern>> entry : values.entrySet()) {
            if (!matches(payload.path(entry.getKey()), entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(JsonNode value, List<ValuePattern> patterns) {
        if (value.isArray()) {
            for (int i = 0; i < Math.min(value.size(), MAX_ELEMENTS); i++) {
                if (matchesOne(value.get(i), patterns)) {
                    return true;
                }
            }
            return false;
        }
        return matchesOne(value, patterns);
    }

    private static boolean matchesOne(JsonNode value, List<ValuePattern> patterns) {
        if (!value.isTextual() && !value.isNumber()) {
            return false;
        }
        String text = value.asText();
        for (ValuePattern pattern : patterns) {
            if (pattern.matches(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether both are one and the same string; a list of one string is that string. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        JsonNode first = one.isArray() && one.size() == 1 ? one.get(0) : one;
        JsonNode second = other.isArray() && other.size() == 1 ? other.get(0) : other;
        return first.isTextual() && first.equals(second);
    }
}
