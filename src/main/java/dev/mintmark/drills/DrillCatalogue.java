package dev.mintmark.drills;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.drills.Drill.Expect;
import dev.mintmark.drills.Drill.Strength;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All drills, in the order of the groups. Read from {@code drills.json} when it is first needed. */
public final class DrillCatalogue {
    private static final class Loaded {
        static final DrillCatalogue CATALOGUE = load();
    }

    private final Map<String, Drill> drills = new LinkedHashMap<>();

    private DrillCatalogue(JsonNode entries) {
        entries.forEach(entry -> drills.put(entry.path("id").asText(), read(entry)));
    }

    public static DrillCatalogue get() {
        return Loaded.CATALOGUE;
    }

    private static DrillCatalogue load() {
        try (InputStream in = DrillCatalogue.class.getResourceAsStream("drills.json")) {
            if (in == null) {
                throw new IllegalStateException("drills.json is missing");
            }
            return new DrillCatalogue(StrictJson.parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Drill read(JsonNode entry) {
        return new Drill(
                entry.path("id").asText(),
                DrillGroup.parse(entry.path("group").asText()).orElseThrow(),
                entry.path("title").asText(),
                entry.path("how").asText(),
                entry.path("expect").asText().equals(Expect.ACCEPT.wireName()) ? Expect.ACCEPT : Expect.REJECT,
                entry.path("http_status").valueStream().map(JsonNode::asInt).toList(),
                Optional.ofNullable(entry.get("code")).map(JsonNode::asText),
                Strength.valueOf(entry.path("strength").asText()),
                entry.path("attack").asText(),
                entry.path("references").valueStream().map(JsonNode::asText).toList(),
                entry.path("dos").asBoolean());
    }

    public List<Drill> drills() {
        return List.copyOf(drills.values());
    }

    public Optional<Drill> drill(String id) {
        return Optional.ofNullable(drills.get(id));
    }
}
