package dev.mintmark.oauth.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a ticket changes of a login, beside the user.
 *
 * @param fault goes wrong on purpose
 * @param lifetimes of access, ID and refresh tokens
 * @param clock how far the issuer's clock is ahead of the present; negative for behind
 */
public record LoginEffects(Optional<Faults> fault, Map<TokenType, Duration> lifetimes, Duration clock) {
    /** Changes nothing. */
    public static final LoginEffects NONE = new LoginEffects(Optional.empty(), Map.of(), Duration.ZERO);

    public LoginEffects {
        lifetimes = Map.copyOf(lifetimes);
    }

    /** The same, with this fault unless there is one. */
    public LoginEffects or(Optional<Faults> other) {
        return fault.isPresent() ? this : new LoginEffects(other, lifetimes, clock);
    }

    /** As a member of a sealed value. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fault.ifPresent(value -> json.put("fault", value.wireName()));
        lifetimes.forEach((type, lifetime) -> json.put(type.wireName(), lifetime.toSeconds()));
        if (!clock.isZero()) {
            json.put("clock", clock.toSeconds());
        }
        return json;
    }

    /** Reads what {@link #toJson()} wrote. */
    public static LoginEffects ofJson(JsonNode json) {
        Map<TokenType, Duration> lifetimes = new EnumMap<>(TokenType.class);
        for (TokenType type : TokenType.values()) {
            if (json.has(type.wireName())) {
                lifetimes.put(
                        type, Duration.ofSeconds(json.path(type.wireName()).asLong()));
            }
        }
        return new LoginEffects(
                Faults.parse(json.path("fault").asText("")),
                lifetimes,
                Duration.ofSeconds(json.path("clock").asLong()));
    }
}
