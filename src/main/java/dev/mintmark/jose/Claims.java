package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JWT claims set (RFC 7519 section 4), each claim read in its registered type. */
public final class Claims {
    /** 9999-12-31T23:59:59Z; a date beyond it is a unit mistake, milliseconds for instance. */
    private static final double MAX_SECOND = 253_402_300_799d;

    private final ObjectNode json;

    private Claims(ObjectNode json) {
        this.json = json;
    }

    /**
     * Reads a payload.
     *
     * @throws MalformedTokenException if it is no strict JSON object (RFC 7519 section 7.2)
     */
    public static Claims parse(byte[] payload) {
        try {
            return new Claims(StrictJson.object(payload));
        } catch (IllegalArgumentException e) {
            throw new MalformedTokenException("/payload", "The payload " + e.getMessage() + " (RFC 7519 7.2)");
        }
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The claim as it stands. */
    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(json.get(name));
    }

    /**
     * A NumericDate (RFC 7519 section 2): seconds, fractions allowed, within the years up to 9999.
     *
     * @throws MalformedTokenException if the claim is there and is something else
     */
    public Optional<Instant> date(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        // As a double, which is exact for whole seconds and cheap for 1e999999999.
        double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(Math.abs(seconds) <= MAX_SECOND)) {
            throw malformed(name, "must be a number of seconds since 1970, before the year 10000 (RFC 7519 2)");
        }
        double whole = Math.floor(seconds);
        return Optional.of(Instant.ofEpochSecond((long) whole, (long) ((seconds - whole) * 1e9)));
    }

    /**
     * A string.
     *
     * @throws MalformedTokenException if the claim is there and is something else
     */
    public Optional<String> text(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw malformed(name, "must be a string");
        }
        return Optional.of(value.asText());
    }

    /**
     * A string or an array of strings, as {@code aud} is (RFC 7519 section 4.1.3); empty when the claim is absent.
     *
     * @throws MalformedTokenException if the claim is there and is something else
     */
    public List<String> texts(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return List.of();
        }
        if (value.isTextual()) {
            return List.of(value.asText());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            texts.add(item.asText());
            if (!value.isArray() || !item.isTextual()) {
                throw malformed(name, "must be a string or an array of strings");
            }
        }
        if (!value.isArray()) {
            throw malformed(name, "must be a string or an array of strings");
        }
        return texts;
    }

    /** All claims, for showing; a copy, so that nobody changes what was read. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    private static MalformedTokenException malformed(String name, String detail) {
        return new MalformedTokenException("/payload/" + name, name + " " + detail);
    }
}
