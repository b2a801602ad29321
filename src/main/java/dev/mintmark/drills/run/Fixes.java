package dev.mintmark.drills.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How to mend a weakness, for each framework where it is known. Read from {@code fixes.json}. */
final class Fixes {
    private final JsonNode fixes;

    private Fixes(JsonNode fixes) {
        this.fixes = fixes;
    }

    static Fixes load() {
        try (InputStream in = Fixes.class.getResourceAsStream("fixes.json")) {
            if (in == null) {
                throw new IllegalStateException("fixes.json is missing");
            }
            return new Fixes(StrictJson.parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings by framework: of the drill itself, or else of its group; empty if none is known. */
    Map<String, String> of(RunItem item) {
        return fixes.valueStream()
                .filter(fix -> names(fix, item.id()))
                .findFirst()
                .or(() -> fixes.valueStream()
                        .filter(fix -> names(fix, item.group()))
                        .findFirst())
                .map(Fixes::settings)
                .orElse(Map.of());
    }

    private static boolean names(JsonNode fix, String name) {
        return fix.path("drills").valueStream().anyMatch(each -> each.asText().equals(name));
    }

    private static Map<String, String> settings(JsonNode fix) {
        Map<String, String> settings = new LinkedHashMap<>();
        fix.path("fix")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return settings;
    }
}
