package dev.mintmark.http.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.preset.Preset;
import java.util.List;
import java.util.Map;

/** A preset on the wire; its {@code spec} and those of its variants have the examples of the slots. */
record PresetReport(
        String name,
        String title,
        String description,
        ObjectNode spec,
        List<SlotReport> slots,
        List<VariantReport> variants,
        List<String> references) {

    /** A value that can be replaced. */
    record SlotReport(String name, String pointer, JsonNode example) {}

    /** One of the tokens of a preset. */
    record VariantReport(String name, String title, ObjectNode spec) {}

    static PresetReport of(Preset preset) {
        List<VariantReport> variants = preset.variants().stream()
                .map(it -> new VariantReport(it.name(), it.title(), preset.spec(it, Map.of())))
                .toList();
        return new PresetReport(
                preset.name(),
                preset.title(),
                preset.description(),
                variants.get(0).spec(),
                preset.slots().stream()
                        .map(it -> new SlotReport(it.name(), it.pointer(), it.example()))
                        .toList(),
                variants,
                preset.references());
    }
}
