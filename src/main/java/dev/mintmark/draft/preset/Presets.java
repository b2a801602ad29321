package dev.mintmark.draft.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The presets of the service, read once from its resources. */
public final class Presets {
    private static final List<Preset> ALL = load();

    private Presets() {}

    private static List<Preset> load() {
        List<Preset> presets = new ArrayList<>();
        read("index").forEach(name -> presets.add(Preset.of(read(name.asText()))));
        return Collections.unmodifiableList(presets);
    }

    private static JsonNode read(String name) {
        String file = name + ".json";
        try (InputStream in = Objects.requireNonNull(Presets.class.getResourceAsStream(file), file)) {
            return StrictJson.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Preset> all() {
        return ALL;
    }

    public static Optional<Preset> named(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
