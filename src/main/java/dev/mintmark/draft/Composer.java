package dev.mintmark.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.preset.Preset;
import dev.mintmark.draft.preset.Slot;
import dev.mintmark.draft.preset.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the spec of collected members: alone, or over a preset whose slots they fill. */
final class Composer {
    /** The members of a request whose claims have other names. */
    private static final Map<String, String> MEMBERS =
            Map.of("aud", "audience", "sub", "subject", "iss", "issuer", "iat", "issued_at", "nbf", "not_before");

    private Composer() {}

    static Draft compose(Members draft) {
        List<Ignored> ignored = new ArrayList<>(draft.ignored);
        ignored.sort(Comparator.comparingInt(Ignored::from));
        Optional<Preset> preset = draft.presetUsed();
        Map<String, Slot> filled = new LinkedHashMap<>();
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        if (preset.isPresent()) {
            Variant variant = variant(draft, preset.get());
            preset.get().slots().forEach(slot -> slot.member().ifPresent(member -> move(draft, slot, member, filled)));
            spec = preset.get().spec(variant, draft.slots);
            replaceDates(spec, draft);
        }
        for (Map.Entry<String, JsonNode> value : draft.values.entrySet()) {
            put(spec, value.getKey(), value.getValue());
        }
        ObjectNode made = spec;
        List<Understood> understood = draft.understood.stream()
                .sorted(Comparator.comparingInt(Understood::from).thenComparingInt(Understood::to))
                .map(it -> placed(it, preset, filled, made))
                .toList();
        return new Draft(spec, preset.map(Preset::name), understood, ignored);
    }

    private static Variant variant(Members draft, Preset preset) {
        String type = Optional.ofNullable(draft.values.get("/type"))
                .map(JsonNode::asText)
                .orElse("");
        return draft.preset
                .flatMap(PresetWords.Found::variant)
                .or(() -> preset.variants().stream()
                        .filter(it -> it.words().contains(type))
                        .findFirst())
                .orElse(preset.variants().get(0));
    }

    /** A member that the sentence names becomes the value of the slot that holds it in this preset. */
    private static void move(Members draft, Slot slot, String member, Map<String, Slot> filled) {
        String pointer = draft.values.containsKey("/" + member) ? "/" + member : "/claims/" + member;
        JsonNode value = draft.values.get(pointer);
        if (value == null || value.isNull()) {
            return;
        }
        draft.values.remove(pointer);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(item.asText()));
        } else if (slot.isList()) {
            texts.addAll(List.of(value.asText().split(" ", -1)));
        } else {
            texts.add(value.asText());
        }
        draft.slots.putIfAbsent(slot.name(), PresetWords.value(slot, texts));
        filled.put(pointer, slot);
    }

    /** The dates that a sentence says replace those of the preset that contradict them. */
    private static void replaceDates(ObjectNode spec, Members draft) {
        if (draft.values.containsKey("/expires_at") || draft.values.containsKey("/claims/exp")) {
            spec.remove("expires_in");
        }
        if (draft.values.containsKey("/issued_at")) {
            spec.remove("not_before");
        }
    }

    /** At most one level below the members {@code claims} and {@code headers}. */
    private static void put(ObjectNode spec, String pointer, JsonNode value) {
        String[] path = pointer.substring(1).split("/", 2);
        if (path.length == 1) {
            String claim = MEMBERS.entrySet().stream()
                    .filter(it -> it.getValue().equals(path[0]))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(path[0]);
            if (spec.path("claims") instanceof ObjectNode claims) {
                claims.remove(claim);
            }
            spec.set(path[0], value);
            return;
        }
        JsonNode old = spec.path(path[0]);
        ObjectNode inner = old.isObject() ? (ObjectNode) old : JsonNodeFactory.instance.objectNode();
        inner.set(path[1].replace("~1", "/").replace("~0", "~"), value);
        spec.set(path[0], inner);
        if (path[0].equals("claims")) {
            spec.remove(MEMBERS.getOrDefault(path[1], path[1]));
        }
    }

    private static Understood placed(
            Understood said, Optional<Preset> preset, Map<String, Slot> filled, ObjectNode spec) {
        Optional<Slot> slot = said.pointer().startsWith("slot:")
                ? preset.flatMap(it -> it.slot(said.pointer().substring(5)))
                : Optional.ofNullable(filled.get(said.pointer()));
        return slot.map(it -> new Understood(
                        it.pointer(),
                        spec.at(it.pointer()),
                        said.how(),
                        said.from(),
                        said.to(),
                        said.text(),
                        "the slot " + it.name() + " of the preset"))
                .orElse(said);
    }
}
