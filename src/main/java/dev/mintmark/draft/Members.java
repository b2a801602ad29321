package dev.mintmark.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.draft.Ignored.Code;
import dev.mintmark.draft.Understood.How;
import dev.mintmark.draft.preset.Preset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects values by their pointers, and what became of the words. */
final class Members {
    final Map<String, JsonNode> values = new LinkedHashMap<>();
    /** The pointer that has a claim, for each claim that several members can set. */
    private final Map<String, String> pointers = new HashMap<>();

    private static final Map<String, String> CLAIMS = Map.ofEntries(
            Map.entry("/subject", "/claims/sub"),
            Map.entry("/audience", "/claims/aud"),
            Map.entry("/issuer", "/claims/iss"),
            Map.entry("/expires_in", "/claims/exp"),
            Map.entry("/expires_at", "/claims/exp"),
            Map.entry("/not_before", "/claims/nbf"),
            Map.entry("/issued_at", "/claims/iat"),
            Map.entry("/scope", "/claims/scope"),
            Map.entry("/tenant", "/claims/tenant"),
            Map.entry("/client_id", "/claims/client_id"),
            Map.entry("/roles", "/claims/roles"),
            Map.entry("/permissions", "/claims/permissions"),
            Map.entry("/groups", "/claims/groups"));
    /** Values of slots of the preset, by name. */
    final Map<String, JsonNode> slots = new LinkedHashMap<>();

    final List<Understood> understood = new ArrayList<>();
    final List<Ignored> ignored = new ArrayList<>();
    final Times times = new Times();
    final Optional<PresetWords.Found> preset;
    /** Whether a word for a token has been read, after which "refresh token" means a second one. */
    boolean sawToken;

    Members(Optional<PresetWords.Found> preset) {
        this.preset = preset;
    }

    Optional<Preset> presetUsed() {
        return preset.map(PresetWords.Found::preset);
    }

    void say(String pointer, String value, Span span) {
        say(pointer, TextNode.valueOf(value), span, "");
    }

    /** Sets a value that the sentence says. A second, different one is ignored. */
    void say(String pointer, JsonNode value, Span span, String why) {
        JsonNode first = values.get(pointer);
        if ((first != null && !first.equals(value)) || isTaken(pointer)) {
            ignore(Code.SECOND_VALUE, span);
            return;
        }
        values.put(pointer, value);
        note(pointer, value, How.SAID, span, why);
    }

    void assume(String pointer, JsonNode value, Span span, String why) {
        JsonNode first = isTaken(pointer) ? null : values.putIfAbsent(pointer, value);
        if (!isTaken(pointer) && (first == null || first.equals(value))) {
            note(pointer, value, How.ASSUMED, span, why);
        } else if (span.from() < span.to()) {
            ignore(Code.SECOND_VALUE, span);
        }
    }

    /** Whether another member has set the same claim. */
    boolean isTaken(String pointer) {
        String claim = CLAIMS.getOrDefault(pointer, pointer);
        return !pointer.equals(
                Optional.ofNullable(pointers.putIfAbsent(claim, pointer)).orElse(pointer));
    }

    /** Adds values to a list. */
    void add(String pointer, List<String> more, Span span, String why) {
        if (isTaken(pointer)) {
            ignore(Code.SECOND_VALUE, span);
            return;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Optional.ofNullable(values.get(pointer)).ifPresent(old -> old.forEach(list::add));
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        for (String value : more) {
            added.add(value);
            if (!contains(list, value)) {
                list.add(value);
            }
        }
        values.put(pointer, list);
        note(pointer, added, How.SAID, span, why);
    }

    private static boolean contains(ArrayNode list, String value) {
        return list.valueStream().anyMatch(item -> item.asText().equals(value));
    }

    /** Sets the value of a slot of the preset. */
    void slot(String name, JsonNode value, Span span) {
        String pointer = "slot:" + name;
        JsonNode first = slots.putIfAbsent(name, value);
        if (first != null && !first.equals(value)) {
            ignore(Code.SECOND_VALUE, span);
            return;
        }
        note(pointer, value, How.SAID, span, "");
    }

    void note(String pointer, JsonNode value, How how, Span span, String why) {
        understood.add(new Understood(pointer, value, how, span.from(), span.to(), span.text(), why));
    }

    void ignore(Code code, Span span) {
        ignored.add(Ignored.of(code, span));
    }

    void ignore(Code code, Span span, String message) {
        ignored.add(Ignored.of(code, span, message));
    }
}
