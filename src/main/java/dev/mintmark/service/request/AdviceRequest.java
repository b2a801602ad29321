package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A request for advice: the body of {@code POST /advisories}. It has exactly one of token, spec, jwk, jwks and secret.
 *
 * @param token any token
 * @param spec a request for a token that is not minted yet
 * @param jwk a key
 * @param jwks a key set
 * @param secret an HMAC secret
 * @param secretEncoding {@code utf8} (the default), {@code base64url}, {@code base64} or {@code hex}
 * @param algorithm the algorithm that the secret is for
 * @param keys the keys that are to verify the token
 * @param kind the kind of the token, if the caller knows it
 * @param now the time of the advice, an instant
 * @param skew the tolerance for clock skew, a duration
 * @param issuer the expected issuer
 * @param audience the expected audience
 */
public record AdviceRequest(
        Optional<String> token,
        Optional<@Valid MintRequest> spec,
        Optional<JsonNode> jwk,
        Optional<JsonNode> jwks,
        Optional<@Size(max = RequestLimits.SECRET) String> secret,
        Optional<@Size(max = RequestLimits.NAME) String> secretEncoding,
        Optional<@Size(max = RequestLimits.NAME) String> algorithm,
        Optional<@Valid Keys> keys,
        Optional<@Size(max = RequestLimits.NAME) String> kind,
        Optional<JsonNode> now,
        Optional<JsonNode> skew,
        Optional<@Size(max = RequestLimits.TEXT) String> issuer,
        Optional<@Size(max = RequestLimits.TEXT) String> audience) {

    /** The member {@code keys}: exactly one of its key, key set and secret. */
    public record Keys(
            Optional<JsonNode> jwks,
            Optional<JsonNode> jwk,
            Optional<@Size(max = RequestLimits.SECRET) String> secret,
            Optional<@Size(max = RequestLimits.NAME) String> secretEncoding) {

        /** Omits the members, which may be secrets. */
        @Override
        public String toString() {
            return "Keys[redacted]";
        }
    }

    /** A request for advice on a token. */
    public static AdviceRequest ofToken(String token) {
        return of(Optional.of(token), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A request for advice on a token request. */
    public static AdviceRequest ofSpec(MintRequest spec) {
        return of(Optional.empty(), Optional.of(spec), Optional.empty(), Optional.empty());
    }

    /** A request for advice on a key. */
    public static AdviceRequest ofKey(JsonNode jwk) {
        return of(Optional.empty(), Optional.empty(), Optional.of(jwk), Optional.empty());
    }

    /** A request for advice on a key set. */
    public static AdviceRequest ofKeySet(JsonNode jwks) {
        return of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(jwks));
    }

    private static AdviceRequest of(
            Optional<String> token, Optional<MintRequest> spec, Optional<JsonNode> jwk, Optional<JsonNode> jwks) {
        return new AdviceRequest(
                token,
                spec,
                jwk,
                jwks,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Omits the members, which may be secrets. */
    @Override
    public String toString() {
        return "AdviceRequest[redacted]";
    }
}
