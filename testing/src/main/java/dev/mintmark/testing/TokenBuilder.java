package dev.mintmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.MintRequestBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds a signed token. What is not set gets the default of the service: an access token of 15 minutes, with {@code iss},
 * {@code iat}, {@code exp} and {@code jti}. Not thread-safe: use one for each token.
 */
public final class TokenBuilder {
    /** What every token gets; null leaves it out. */
    private static final List<String> DEFAULTS = List.of("iss", "iat", "exp", "jti");

    private static final Duration EXPIRED_SINCE = Duration.ofMinutes(45);
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Clock clock;
    private final Function<MintRequest, String> minter;
    private final ObjectNode claims = JsonNodeFactory.instance.objectNode();
    private final ObjectNode headers = JsonNodeFactory.instance.objectNode();
    private Optional<String> type = Optional.empty();
    private Optional<String> algorithm = Optional.empty();

    TokenBuilder(Clock clock, Function<MintRequest, String> minter) {
        this.clock = clock;
        this.minter = minter;
    }

    /**
     * Starts from the claims, the {@code typ} and the {@code alg} of another token, whose signature does not matter.
     *
     * @throws IllegalArgumentException if the text is not a signed token with a JSON object as payload
     */
    public TokenBuilder like(String token) {
        UnverifiedJws other;
        try {
            other = UnverifiedJws.parse(token);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("This is not a signed token with a JSON object as payload", e);
        }
        JsonNode payload = json(other.unverifiedPayload());
        if (!payload.isObject()) {
            throw new IllegalArgumentException("This is not a signed token with a JSON object as payload");
        }
        payload.properties().forEach(claim -> claims.set(claim.getKey(), claim.getValue()));
        type = Optional.of("generic");
        DEFAULTS.stream().filter(name -> !payload.has(name)).forEach(this::without);
        algorithm = Optional.of(other.header().algorithmName());
        other.header().type().ifPresentOrElse(this::type, () -> headers.putNull("typ"));
        return this;
    }

    private static JsonNode json(byte[] payload) {
        try {
            return JsonValues.parse(payload);
        } catch (java.io.IOException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** Sets {@code sub}. */
    public TokenBuilder subject(String value) {
        return claim("sub", value);
    }

    /** Sets {@code iss}, for example that of an issuer that the service must not trust. */
    public TokenBuilder issuer(String value) {
        return claim("iss", value);
    }

    /** Sets {@code aud}: one as a string, several as an array. */
    public TokenBuilder audience(String... values) {
        return values.length == 1 ? claim("aud", values[0]) : claim("aud", List.of(values));
    }

    /** Sets {@code scope}, each scope or several in one text. */
    public TokenBuilder scope(String... values) {
        return claim("scope", String.join(" ", values));
    }

    /** Sets {@code roles}. */
    public TokenBuilder roles(String... values) {
        return claim("roles", List.of(values));
    }

    /** Sets {@code permissions}. */
    public TokenBuilder permissions(String... values) {
        return claim("permissions", List.of(values));
    }

    /** Sets {@code client_id}. */
    public TokenBuilder clientId(String value) {
        return claim("client_id", value);
    }

    /**
     * Sets a claim.
     *
     * @param value a string, number, boolean, map, collection or array of these; null is written as JSON null
     */
    public TokenBuilder claim(String name, Object value) {
        claims.set(name, JsonValues.of(value));
        return this;
    }

    /** Sets claims, as {@link #claim} does. */
    public TokenBuilder claims(Map<String, ?> values) {
        values.forEach(this::claim);
        return this;
    }

    /** Leaves claims out, also those that every token gets. */
    public TokenBuilder without(String... names) {
        for (String name : names) {
            claims.remove(name);
            if (DEFAULTS.contains(name)) {
                claims.putNull(name);
            }
        }
        return this;
    }

    /** Sets the header's {@code typ}, for example {@code at+jwt}. */
    public TokenBuilder type(String value) {
        return header("typ", value);
    }

    /** Sets a header parameter. */
    public TokenBuilder header(String name, Object value) {
        headers.set(name, JsonValues.of(value));
        return this;
    }

    /** Signs by this {@code alg}, with a key of the issuer. */
    public TokenBuilder by(String value) {
        algorithm = Optional.of(value);
        return this;
    }

    /** Makes an ID token: its own defaults, without {@code scope}. */
    public TokenBuilder idToken() {
        type = Optional.of("id");
        return this;
    }

    /** Lives for this long from now. */
    public TokenBuilder lifetime(Duration value) {
        return dates(clock.instant(), value);
    }

    /** Was valid for 15 minutes and expired 45 minutes ago. */
    public TokenBuilder expired() {
        return dates(clock.instant().minus(EXPIRED_SINCE).minus(LIFETIME), LIFETIME);
    }

    /** Becomes valid in an hour. */
    public TokenBuilder notYetValid() {
        Instant now = clock.instant();
        dates(now, Duration.ofMinutes(75));
        return claim("nbf", now.plus(Duration.ofHours(1)).getEpochSecond());
    }

    private TokenBuilder dates(Instant from, Duration lifetime) {
        claim("iat", from.getEpochSecond());
        if (claims.hasNonNull("nbf")) {
            claim("nbf", from.getEpochSecond());
        }
        return claim("exp", from.plus(lifetime).getEpochSecond());
    }

    /**
     * Signs the token.
     *
     * @throws IllegalArgumentException if the claims or headers are contradictory or of a wrong type, with the message of
     *     {@code POST /tokens}
     */
    public String sign() {
        MintRequestBuilder request = MintRequest.builder().claims(claims).headers(headers);
        type.ifPresent(request::type);
        algorithm.ifPresent(request::algorithm);
        return minter.apply(request.advise(false).build());
    }
}
