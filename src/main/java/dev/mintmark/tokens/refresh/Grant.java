package dev.mintmark.tokens.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

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
        JsonMembers claims,
        JsonMembers headers) {
    static final String CLAIM = "grant";

    /** New in every token, or stored in a separate member. */
    private static final Set<String> FRESH = Set.of("iat", "nbf", "exp", "jti", "sid");

    /** Claims that a caller removed by null must not return as defaults. */
    private static final Set<String> REMOVABLE = Set.of("iss", "sub", "aud", "client_id", "exp");

    /** Returns the grant of a new family that begins with this access token. */
    public static Grant of(String family, Instant end, TokenSpec spec, MintedToken access) {
        JsonMembers.Builder claims = access.claims().without(FRESH).toBuilder();
        for (String name : REMOVABLE) {
            if (!access.claims().has(name)) {
                claims.putNull(name);
            }
        }
        JsonMembers headers = spec.headers().without(Set.of("kid"));
        Instant from = access.issuedAt().orElse(access.mintedAt());
        Optional<Duration> lifetime = access.expiresAt().map(exp -> Duration.between(from, exp));
        return new Grant(family, end, spec.algorithmName(), lifetime, claims.build(), headers);
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
                members(json.path("claims")),
                members(json.path("headers")));
    }

    private static JsonMembers members(JsonNode json) {
        return json instanceof ObjectNode object ? JsonMembers.of(object) : JsonMembers.EMPTY;
    }

    /** Returns the value of the claim {@code grant}. */
    JsonMembers toClaim() {
        JsonMembers.Builder claim = JsonMembers.builder();
        claim.put("end", end.getEpochSecond());
        claim.put("alg", algorithmName);
        lifetime.ifPresent(life -> claim.put("expires_in", life.toSeconds()));
        claim.put("claims", claims);
        if (!headers.isEmpty()) {
            claim.put("headers", headers);
        }
        return claim.build();
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
