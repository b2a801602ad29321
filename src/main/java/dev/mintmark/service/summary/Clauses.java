package dev.mintmark.service.summary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.tokens.verify.CheckResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** The clause of each check and each rule that completes a sentence, as in "it has expired": {@code clauses.json}. */
public final class Clauses {
    private static final String FILE = "clauses.json";
    private static final JsonNode TABLE = load();

    private Clauses() {}

    private static JsonNode load() {
        try (InputStream in = Objects.requireNonNull(Clauses.class.getResourceAsStream(FILE), FILE)) {
            return StrictJson.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clause of a rule; empty if no rule has this id. */
    public static Optional<String> rule(String id) {
        return Optional.of(TABLE.path("rules").path(id).asText()).filter(text -> !text.isEmpty());
    }

    /** The clause of a failed check: that of its code, or of the check for any other code. */
    public static String check(CheckResult failed) {
        JsonNode clauses = TABLE.path("checks").path(failed.check().wireName());
        String code = failed.code().map(CheckResult.Code::wireName).orElse("");
        return clauses.path(code).asText(clauses.path("any").asText());
    }
}
