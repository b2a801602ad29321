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

    boolean fits(JsonNode jose, JsonNode payload) {
        return fitsHeader(jose)
                && claims.stream().allMatch(payload::has)
                && (any.isEmpty() || any.stream().anyMatch(payload::has))
                && none.stream().noneMatch(payload::has)
                && (only.isEmpty() || hasOnly(payload.fieldNames()))
                && values.entrySet().stream().allMatch(e -> matches(payload.path(e.getKey()), e.getValue()))
                && (same.isEmpty() || isSame(payload.path(same.get(0)), payload.path(same.get(1))))
                && member.entrySet().stream()
                        .allMatch(e -> payload.path(e.getKey()).has(e.getValue()));
    }

    private boolean fitsHeader(JsonNode jose) {
        return (types.isEmpty()
                        || types.contains(
                                JoseHeader.normalizedType(jose.path("typ").asText(""))))
                && (algorithms.isEmpty() || algorithms.contains(jose.path("alg").asText("")))
                && header.stream().allMatch(jose::has);
    }

    private boolean hasOnly(Iterator<String> names) {
        while (names.hasNext()) {
            if (!only.contains(names.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(JsonNode value, List<ValuePattern> patterns) {
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (!element.isContainerNode() && matches(element, patterns)) {
                    return true;
                }
            }
            return false;
        }
        boolean isText = value.isTextual() || value.isNumber();
        return isText && patterns.stream().anyMatch(pattern -> pattern.matches(value.asText()));
    }

    /** Whether both are one and the same string; a list of one string is that string. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        JsonNode first = one.isArray() && one.size() == 1 ? one.get(0) : one;
        JsonNode second = other.isArray() && other.size() == 1 ? other.get(0) : other;
        return first.isTextual() && first.equals(second);
    }
}
