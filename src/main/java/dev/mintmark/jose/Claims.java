package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.JsonMembers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JWT claims set (RFC 7519 section 4). Each claim is read as its registered type. */
public final class Claims {
    /** 9999-12-31T23:59:59Z; a later date has the wrong unit, for example milliseconds. */
    private static final double MAX_SECOND = 253_402_300_799d;

    private final JsonMembers members;

    private Claims(JsonMembers members) {
        this.members = members;
    }

    /** The claims of an object that was parsed strictly. */
    public static Claims of(JsonMembers members) {
        return new Claims(members);
    }

    /**
     * Reads a payload.
     *
     * @throws MalformedTokenException if it is not a strict JSON object (RFC 7519 section 7.2)
     */
    public static Claims parse(byte[] payload) {
        try {
            return new Claims(JsonMembers.parse(payload));
        } catch (IllegalArgumentException e) {
            throw new MalformedTokenException("/payload", "The payload " + e.getMessage() + " (RFC 7519 7.2)");
        }
    }

    public boolean has(String name) {
        return members.has(name) && !members.isNull(name);
    }

    /** The claim as the token contains it. */
    public Optional<JsonNode> value(String name) {
        return members.value(name);
    }

    /**
     * A NumericDate (RFC 7519 section 2): seconds since 1970, fractions allowed, up to the year 9999.
     *
     * @throws MalformedTokenException if the claim is present and has another type
     */
    public Optional<Instant> date(String name) {
        JsonNode value = members.value(name).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        // A double is exact for whole seconds and cheap for 1e999999999.
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
     * @throws MalformedTokenException if the claim is present and has another type
     */
    public Optional<String> text(String name) {
        JsonNode value = members.value(name).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw malformed(name, "must be a string");
        }
        return Optional.of(value.asText());
    }

    /**
     * A string or an array of strings, such as {@code aud} (RFC 7519 section 4.1.3); empty if the claim is absent.
     *
     * @throws MalformedTokenException if the claim is present and has another type
     */
    public List<String> texts(String name) {
        JsonNode value = members.value(name).orElse(null);
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

    /** All claims. */
    public JsonMembers members() {
        return members;
    }

    private static MalformedTokenException malformed(String name, String detail) {
        return new MalformedTokenException("/payload/" + name, name + " " + detail);
    }
}
