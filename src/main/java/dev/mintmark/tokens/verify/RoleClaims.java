package dev.mintmark.tokens.verify;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the roles of a token from the claims in which identity providers put them. */
final class RoleClaims {
    /** Okta, Entra and Keycloak write {@code groups}, Cognito {@code cognito:groups}. */
    private static final List<String> GROUPS = List.of("groups", "cognito:groups");

    private RoleClaims() {}

    /**
     * Returns the roles at {@code rolesClaim} if the expectations name one, otherwise those of all known claims.
     *
     * @throws MalformedTokenException if {@code rolesClaim} or {@code roles} has another type than a string or an array of
     *     strings
     */
    static List<String> read(Claims claims, Expectations expected) {
        if (expected.rolesClaim().isPresent()) {
            return at(claims, expected.rolesClaim().get());
        }
        Set<String> roles = new LinkedHashSet<>(claims.texts("roles"));
        GROUPS.forEach(name -> claims.value(name).ifPresent(value -> roles.addAll(strings(value))));
        claims.value("realm_access").ifPresent(realm -> roles.addAll(strings(realm.path("roles"))));
        claims.value("resource_access").ifPresent(clients -> {
            Set<String> relevant = clients(claims, expected);
            for (Map.Entry<String, JsonNode> client : clients.properties()) {
                if (relevant.isEmpty() || relevant.contains(client.getKey())) {
                    roles.addAll(strings(client.getValue().path("roles")));
                }
            }
        });
        return List.copyOf(roles);
    }

    /**
     * The clients whose roles count: the expected audience and the client that the token was issued to (Keycloak). A role
     * at another client must not grant anything here. Without an expected audience every client counts.
     */
    private static Set<String> clients(Claims claims, Expectations expected) {
        if (expected.audience().isEmpty()) {
            return Set.of();
        }
        Set<String> clients = new LinkedHashSet<>(expected.audience());
        claims.value("azp").filter(JsonNode::isTextual).ifPresent(azp -> clients.add(azp.asText()));
        return clients;
    }

    private static List<String> at(Claims claims, JsonPointer pointer) {
        Optional<JsonNode> value = claims.value(pointer.getMatchingProperty()).map(claim -> claim.at(pointer.tail()));
        if (value.isEmpty() || value.get().isMissingNode()) {
            return List.of();
        }
        List<String> roles = strings(value.get());
        if (!value.get().isTextual()
                && (!value.get().isArray() || roles.size() != value.get().size())) {
            throw new MalformedTokenException(
                    "/payload" + pointer, "The claim of the roles must be a string or an array of strings");
        }
        return roles;
    }

    /** Values of another type grant nothing. */
    private static List<String> strings(JsonNode value) {
        if (value.isTextual()) {
            return List.of(value.asText());
        }
        return value.isArray()
                ? value.valueStream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .toList()
                : List.of();
    }
}
