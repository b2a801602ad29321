package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a scope gives.
 *
 * @param claims names of the user's claims at the userinfo endpoint
 * @param isInIdToken whether the ID token has them too, whatever the setting says
 * @param audience the {@code aud} that the scope adds if the request names none
 * @param accessClaims further claims of access tokens, with templates
 */
public record ScopeRule(List<String> claims, boolean isInIdToken, Optional<String> audience, ObjectNode accessClaims) {
    public ScopeRule {
        claims = List.copyOf(claims);
    }

    static ScopeRule of(String... claims) {
        return new ScopeRule(List.of(claims), false, Optional.empty(), JsonNodeFactory.instance.objectNode());
    }
}
