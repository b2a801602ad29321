package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A request to revoke tokens: the body of {@code POST /tokens/revoke}. It has exactly one of token, id and subject.
 *
 * @param token a token of the service
 * @param id the {@code jti} of a token
 * @param subject the {@code sub} of tokens
 * @param issuer the {@code iss}, with id or subject; the service's own if absent
 * @param issuedBefore the latest {@code iat} to revoke, with subject; an instant, now if absent
 */
public record RevokeRequest(
        Optional<String> token,
        Optional<@Size(min = 1, max = RequestLimits.NAME) String> id,
        Optional<@Size(min = 1, max = RequestLimits.TEXT) String> subject,
        Optional<@Size(max = RequestLimits.TEXT) String> issuer,
        Optional<JsonNode> issuedBefore) {

    /** A request to revoke a token. */
    public static RevokeRequest ofToken(String token) {
        return new RevokeRequest(
                Optional.of(token), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A request to revoke the token of an id. */
    public static RevokeRequest ofId(String id) {
        return new RevokeRequest(
                Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A request to revoke all tokens of a subject until now. */
    public static RevokeRequest ofSubject(String subject) {
        return new RevokeRequest(
                Optional.empty(), Optional.empty(), Optional.of(subject), Optional.empty(), Optional.empty());
    }

    /** Omits the members, one of which may be a token. */
    @Override
    public String toString() {
        return "RevokeRequest[redacted]";
    }
}
