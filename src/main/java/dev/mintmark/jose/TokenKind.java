package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a JWT is for, as far as its {@code typ} and its claims tell (RFC 8725 sections 3.11, 3.12). */
public enum TokenKind {
    ACCESS,
    ID,
    REFRESH,
    DPOP,
    LOGOUT,
    SET,
    CLIENT_ASSERTION,
    REQUEST,
    OTHER,
    GENERIC;

    /** Explicit types, without {@code application/} and in lower case. */
    private static final Map<String, TokenKind> BY_TYPE = Map.ofEntries(
            Map.entry("at+jwt", ACCESS),
            Map.entry("refresh+jwt", REFRESH),
            Map.entry("dpop+jwt", DPOP),
            Map.entry("logout+jwt", LOGOUT),
            Map.entry("secevent+jwt", SET),
            Map.entry("client-authentication+jwt", CLIENT_ASSERTION),
            Map.entry("oauth-authz-req+jwt", REQUEST));

    /** What vendors write into a claim: Keycloak's {@code typ}, Cognito's {@code token_use}. */
    private static final Map<String, TokenKind> BY_VENDOR_CLAIM =
            Map.of("refresh", REFRESH, "offline", REFRESH, "id", ID, "bearer", ACCESS, "access", ACCESS);

    /**
     * A kind, and how sure it is.
     *
     * @param kind the kind
     * @param explicit whether the header's {@code typ} says it, as against a guess from the claims
     * @param reason the ground in words
     */
    public record Inference(TokenKind kind, boolean explicit, String reason) {}

    /** The name on the wire, for example {@code client-assertion}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Infers the kind; the first ground that fits decides. */
    public static Inference infer(JsonNode header, JsonNode claims) {
        return fromType(header.path("typ").asText(""))
                .or(() -> fromVendorClaim(claims, "typ"))
                .or(() -> fromVendorClaim(claims, "token_use"))
                .orElseGet(() -> fromClaims(claims));
    }

    private static Optional<Inference> fromType(String typ) {
        String type = JoseHeader.normalizedType(typ);
        if (type.isEmpty() || type.equals("jwt")) {
            return Optional.empty();
        }
        String reason = "The header's typ names this kind";
        if (BY_TYPE.containsKey(type)) {
            return Optional.of(new Inference(BY_TYPE.getOrDefault(type, OTHER), true, reason));
        }
        return Optional.of(new Inference(OTHER, true, "The header's typ names a kind of its own"));
    }

    private static Optional<Inference> fromVendorClaim(JsonNode claims, String name) {
        String value = claims.path(name).asText("").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_VENDOR_CLAIM.get(value))
                .map(kind -> new Inference(kind, false, "The claim " + name + " names this kind"));
    }

    private static Inference fromClaims(JsonNode claims) {
        boolean scoped = claims.has("scope");
        if (!scoped && hasAny(claims, "nonce", "at_hash", "c_hash")) {
            return new Inference(ID, false, "It has nonce, at_hash or c_hash, and no scope");
        }
        boolean selfIssued = claims.has("iss") && claims.path("iss").equals(claims.path("sub"));
        if (!scoped && selfIssued && claims.has("aud") && claims.has("jti")) {
            return new Inference(CLIENT_ASSERTION, false, "iss and sub are the same, with aud and jti, and no scope");
        }
        if (hasAny(claims, "scope", "scp", "client_id", "azp", "roles", "groups")) {
            return new Inference(ACCESS, false, "It has scope, scp, client_id, azp, roles or groups");
        }
        return new Inference(GENERIC, false, "Nothing in typ or claims names a kind");
    }

    private static boolean hasAny(JsonNode claims, String... names) {
        return Stream.of(names).anyMatch(claims::has);
    }
}
