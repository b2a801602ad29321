package dev.mintmark.tokens.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a token grants: scope, roles, permissions and groups, as verification reads them. */
public final class AuthorityClaims {
    private AuthorityClaims() {}

    /**
     * Returns the values of the scope. {@code scope} is one string (RFC 9068 section 2.2.3), at some providers an array;
     * Entra and Okta call it {@code scp}.
     *
     * @throws MalformedTokenException if the claim has another type
     */
    public static List<String> scope(Claims claims) {
        List<String> claim = claims.value("scope").isPresent() ? claims.texts("scope") : claims.texts("scp");
        return claim.stream().flatMap(value -> Stream.of(value.split(" "))).toList();
    }

    /**
     * Returns the roles from any claim in which identity providers put them.
     *
     * @throws MalformedTokenException if {@code roles} has another type
     */
    public static List<String> roles(Claims claims, Expectations expected) {
        return RoleClaims.read(claims, expected);
    }

    /**
     * Returns the permissions.
     *
     * @throws MalformedTokenException if {@code permissions} has another type
     */
    public static List<String> permissions(Claims claims) {
        return claims.texts("permissions");
    }

    /** Returns the groups; values of another type than text are left out. */
    public static List<String> groups(Claims claims) {
        return claims.value("groups").filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }
}
