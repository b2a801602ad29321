package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a claim or header parameter means in the tokens of one kind or provider.
 *
 * @param text the meaning
 * @param type what the value has to be, in the words of the glossary; empty where the registered type or any applies
 * @param reference where it is defined, if not in the document of its table row
 * @param isRegistered whether it is the claim that IANA has registered, and not another one of the same name
 * @param members the members of an object; {@code *} stands for any name
 */
public record Meaning(
        String text, String type, Optional<String> reference, boolean isRegistered, Map<String, Meaning> members) {
    private static final Set<String> MEMBERS = Set.of("meaning", "type", "reference", "registered", "members");

    public Meaning {
        members = Map.copyOf(members);
    }

    static Map<String, Meaning> all(JsonNode json) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        json.properties().forEach(entry -> meanings.put(entry.getKey(), of(entry.getValue())));
        return meanings;
    }

    private static Meaning of(JsonNode json) {
        if (json.isTextual()) {
            return new Meaning(json.asText(), "", Optional.empty(), false, Map.of());
        }
        Tables.allow(json, MEMBERS);
        return new Meaning(
                json.path("meaning").asText(),
                json.path("type").asText(""),
                Optional.ofNullable(json.get("reference")).map(JsonNode::asText),
                json.path("registered").asBoolean(false),
                all(json.path("members")));
    }
}
