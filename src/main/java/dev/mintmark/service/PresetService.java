package dev.mintmark.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mintmark.draft.preset.Preset;
import dev.mintmark.draft.preset.Slot;
import dev.mintmark.draft.preset.Variant;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.PresetRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills presets. The result is a request that {@code POST /tokens} takes as it is. */
public final class PresetService {
    private static final int MAX_TEXT = 256;
    private static final int MAX_LIST = 20;

    /**
     * Fills a preset.
     *
     * @throws MalformedRequestException if a variant or slot does not exist, or a value has the wrong type or length
     */
    public PresetResult fill(Preset preset, PresetRequest request) {
        Variant variant = request.variant()
                .map(name -> preset.variant(name)
                        .orElseThrow(() -> new MalformedRequestException(
                                "/variant",
                                "Unknown variant. The variants are "
                                        + names(preset.variants().stream()
                                                .map(Variant::name)
                                                .toList()))))
                .orElse(preset.variants().get(0));
        Map<String, JsonNode> values = new LinkedHashMap<>();
        request.slots().ifPresent(slots -> {
            for (Map.Entry<String, JsonNode> given : slots.properties()) {
                Slot slot = preset.slot(given.getKey())
                        .orElseThrow(() -> new MalformedRequestException(
                                "/slots",
                                "Unknown slot. The slots are "
                                        + names(preset.slots().stream()
                                                .map(Slot::name)
                                                .toList())));
                values.put(slot.name(), value(slot, given.getValue()));
            }
        });
        return new PresetResult(preset, variant, preset.spec(variant, values));
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }

    private static JsonNode value(Slot slot, JsonNode value) {
        String pointer = "/slots/" + slot.name();
        if (!slot.isList()) {
            return text(pointer, value);
        }
        if (!value.isArray()) {
            return JsonNodeFactory.instance.arrayNode().add(text(pointer, value));
        }
        if (value.isEmpty() || value.size() > MAX_LIST) {
            throw new MalformedRequestException(pointer, "The list must have 1 to " + MAX_LIST + " strings");
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            list.add(text(pointer + '/' + i, value.get(i)));
        }
        return list;
    }

    private static JsonNode text(String pointer, JsonNode value) {
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > MAX_TEXT) {
            throw new MalformedRequestException(
                    pointer, "The value must be a string of 1 to " + MAX_TEXT + " characters");
        }
        return value;
    }
}
