package dev.mintmark.draft.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A token request in a known shape.
 *
 * @param name for example {@code keycloak}
 * @param title what it is called
 * @param description what it is for
 * @param words the words that name it in a sentence, the longest first
 * @param slots what can be replaced
 * @param variants its tokens, the usual one first
 * @param references where the shape is documented
 */
public record Preset(
        String name,
        String title,
        String description,
        List<String> words,
        List<Slot> slots,
        List<Variant> variants,
        List<String> references) {
    public Preset {
        words = List.copyOf(words);
        slots = List.copyOf(slots);
        variants = List.copyOf(variants);
        references = List.copyOf(references);
    }

    public Optional<Slot> slot(String slot) {
        return slots.stream().filter(it -> it.name().equals(slot)).findFirst();
    }

    public Optional<Variant> variant(String variant) {
        return variants.stream().filter(it -> it.name().equals(variant)).findFirst();
    }

    /**
     * The body of {@code POST /tokens} of a variant.
     *
     * @param values strings, or arrays of strings for slots that are lists; other slots keep their examples
     */
    public ObjectNode spec(Variant variant, Map<String, JsonNode> values) {
        Map<String, JsonNode> given = new LinkedHashMap<>(values);
        slots.forEach(slot -> given.putIfAbsent(slot.name(), slot.example()));
        // An example may be made of another slot, as the audience of a repository's owner is.
        slots.forEach(slot -> {
            if (!values.containsKey(slot.name())) {
                given.put(slot.name(), new Template(slot.example()).fill(given));
            }
        });
        return variant.fill(given);
    }

    static Preset of(JsonNode json) {
        List<Variant> variants = new ArrayList<>();
        json.path("variants")
                .forEach(it -> variants.add(new Variant(
                        it.path("name").asText(),
                        it.path("title").asText(),
                        texts(it.path("words")),
                        new Template(it.path("spec")))));
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        json.path("slots")
                .properties()
                .forEach(it -> examples.put(it.getKey(), it.getValue().path("example")));
        List<Slot> slots = json.path("slots").properties().stream()
                .map(it -> slot(it.getKey(), it.getValue(), variants, examples))
                .toList();
        return new Preset(
                json.path("name").asText(),
                json.path("title").asText(),
                json.path("description").asText(),
                texts(json.path("words")),
                slots,
                variants,
                texts(json.path("references")));
    }

    private static Slot slot(String name, JsonNode json, List<Variant> variants, Map<String, JsonNode> examples) {
        String pointer = variants.stream()
                .flatMap(variant -> variant.template().pointer(name).stream())
                .map(path -> new Template(TextNode.valueOf(path)).fill(examples).asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No place for the slot " + name));
        return new Slot(
                name,
                pointer,
                json.path("example"),
                Optional.ofNullable(json.get("member")).map(JsonNode::asText),
                texts(json.path("said")));
    }

    private static List<String> texts(JsonNode array) {
        return Stream.of(array)
                .flatMap(it -> it.valueStream())
                .map(JsonNode::asText)
                .toList();
    }
}
