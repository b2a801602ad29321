package dev.mintmark.tokens.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grant of a refresh token. It is stored in the private claim {@code grant} of the token, so that any replica can
 * redeem it without shared state.
 *
 * @param family the {@code sid} of all tokens of the grant
 * @param end end of the family; no refresh token outlives it
 * @param algorithmName the {@code alg} of the access tokens
 * @param lifetime of the access tokens; empty if they never expire
 * @param claims of the access tokens, without those that are new in every token; null omits a default
 * @param headers of the access tokens, without the {@code kid}, which follows from the key
 */
public record Grant(
        String family,
        Instant end,
        String algorithmName,
        Optional<Duration> lifetime,
        Map<String, @Nullable Object> claims,
        Map<String, @Nullable Object> headers) {
    static final String CLAIM = "grant";

    /** New in every token, or stored in a separate member. */
    private static final Set<String> FRESH = Set.of("iat", "nbf", "exp", "jti", "sid");

    /** Claims that a caller removed by null must not return as defaults. */
    private static final Set<String> REMOVABLE = Set.of("iss", "sub", "aud", "client_id", "exp");

    public Grant {
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns the grant of a new family that begins with this access token. */
    public static Grant of(String family, Instant end, TokenSpec spec, MintedToken access) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(access.claims());
        claims.keySet().removeAll(FRESH);
        for (String name : REMOVABLE) {
            if (!access.claims().containsKey(name)) {
                claims.put(name, null);
            }
        }
        Map<String, @Nullable Object> headers = new LinkedHashMap<>(spec.headers());
        headers.remove("kid");
        Instant from = access.issuedAt().orElse(access.mintedAt());
        Optional<Duration> lifetime = access.expiresAt().map(exp -> Duration.between(from, exp));
        return new Grant(family, end, spec.algorithmName(), lifetime, claims, headers);
    }

    /**
     * Reads the grant from the claims of a refresh token.
     *
     * @throws MalformedTokenException if there is no grant
     */
    public static Grant of(Claims refresh) {
        JsonNode json = refresh.value(CLAIM).orElse(null);
        Optional<String> family = refresh.text("sid");
        if (!(json instanceof ObjectNode) || family.isEmpty()) {
            throw new MalformedTokenException("/payload/" + CLAIM, "The token has no grant of this service");
        }
        return new Grant(
                family.get(),
                Instant.ofEpochSecond(json.path("end").asLong()),
                json.path("alg").asText(),
                Optional.of(json.path("expires_in"))
                        .filter(JsonNode::isNumber)
                        .map(seconds -> Duration.ofSeconds(seconds.asLong())),
                map(json.path("claims")),
                map(json.path("headers")));
    }

    private static Map<String, @Nullable Object> map(JsonNode json) {
        return json instanceof ObjectNode object ? StrictJson.map(object) : new LinkedHashMap<>();
    }

    /** Returns the value of the claim {@code grant}. */
    Map<String, @Nullable Object> toClaim() {
        Map<String, @Nullable Object> claim = new LinkedHashMap<>();
        claim.put("end", end.getEpochSecond());
        claim.put("alg", algorithmName);
        lifetime.ifPresent(life -> claim.put("expires_in", life.toSeconds()));
        claim.put("claims", claims);
        if (!headers.isEmpty()) {
            claim.put("headers", headers);
        }
        return claim;
    }

    /**
     * Returns the {@code alg} of tokens that this key signs. An algorithm may have two names; the one of the grant is
     * kept.
     */
    String algorithmName(SigningKey key) {
        boolean same = Algorithm.parse(algorithmName).equals(Optional.of(key.algorithm()));
        return same ? algorithmName : key.algorithmName();
    }

    /** Returns the latest possible expiry of any token of the family. */
    public Instant lastExpiry(Duration maxLifetime) {
        return end.plus(lifetime.orElse(maxLifetime));
    }

    /** Omits the claims, which may be personal data. */
    @Override
    public String toString() {
        return "Grant[" + algorithmName + "]";
    }
}
