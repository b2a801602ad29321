package dev.mintmark.service.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a token grants: one noun with its values.
 *
 * @param noun {@code scope}, {@code role}, {@code permission} or {@code group}
 * @param values without repetitions
 * @param pointers the claims that have them
 */
record Authority(String noun, List<String> values, List<String> pointers) {
    private static final Map<String, List<String>> CLAIMS = new LinkedHashMap<>();

    static {
        CLAIMS.put("scope", List.of("/scope", "/scp"));
        CLAIMS.put("role", List.of("/roles", "/role", "/realm_access/roles"));
        CLAIMS.put("permission", List.of("/permissions"));
        CLAIMS.put("group", List.of("/groups", "/cognito:groups"));
    }

    static List<Authority> of(JsonNode claims) {
        List<Authority> all = new ArrayList<>();
        CLAIMS.forEach((noun, places) -> {
            Set<String> values = new LinkedHashSet<>();
            List<String> pointers = new ArrayList<>();
            places.forEach(place -> add(claims.at(place), place, noun.equals("scope"), values, pointers));
            if (noun.equals("role")) {
                claims.path("resource_access")
                        .properties()
                        .forEach(client ->
                                add(client.getValue().path("roles"), "/resource_access", false, values, pointers));
            }
            if (!values.isEmpty()) {
                all.add(new Authority(noun, List.copyOf(values), pointers));
            }
        });
        return all;
    }

    private static void add(JsonNode value, String place, boolean spaced, Set<String> values, List<String> pointers) {
        if (values.addAll(texts(value, spaced))) {
            pointers.add("/payload" + place);
        }
    }

    /** A string, or the strings of an array; with {@code spaced}, the words of a string. */
    static List<String> texts(JsonNode value, boolean spaced) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.addAll(spaced ? List.of(value.asText().split(" +", -1)) : List.of(value.asText()));
        }
        if (value.isArray()) {
            value.forEach(item -> texts.add(item.asText()));
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    String inWords() {
        return "the " + Words.plural(noun, values.size()) + ' ' + Words.quoted(values);
    }
}
