package dev.mintmark.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Scopes;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.grant.ClaimNames;
import dev.mintmark.oauth.ticket.Tickets;
import dev.mintmark.tokens.TokenType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The userinfo endpoint (OpenID Connect Core section 5.3). */
public final class UserInfo {
    private final IssuedTokens tokens;
    private final Supplier<OAuthConfig> configs;
    private final Tickets tickets;

    public UserInfo(IssuedTokens tokens, Supplier<OAuthConfig> configs, Tickets tickets) {
        this.tokens = tokens;
        this.configs = configs;
        this.tickets = tickets;
    }

    /**
     * The claims of the user of an access token: {@code sub}, those of the granted scopes, and those that the token lists.
     *
     * @throws OAuthException {@code invalid_token} or {@code insufficient_scope}
     */
    public Answer of(OAuthIssuer issuer, String accessToken) {
        JsonNode token = tokens.verify(issuer, accessToken, TokenType.ACCESS)
                .filter(claims -> claims.path("sub").isTextual())
                .orElseThrow(() -> new OAuthException(
                        OAuthError.INVALID_TOKEN, "The access token is not valid, has expired or was revoked"));
        List<String> scope = scope(token);
        if (!scope.contains("openid")) {
            throw new OAuthException(OAuthError.INSUFFICIENT_SCOPE, "The access token does not have the scope openid");
        }
        OAuthConfig config = configs.get();
        ObjectNode user = config.bySubject(token.path("sub").textValue()).claims();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.set("sub", token.get("sub"));
        Set<String> names = new LinkedHashSet<>(config.claimsOf(scope));
        Set<String> listed = listed(token);
        names.addAll(listed);
        names.removeAll(ClaimNames.PROTOCOL);
        for (String name : names) {
            JsonNode typed = listed.contains(name) ? token.path(name) : token.path("");
            JsonNode value = typed.isMissingNode() ? user.path(name) : typed;
            if (!value.isMissingNode()) {
                claims.set(name, value);
            }
        }
        clientClaims(config, token).ifPresent(claims::setAll);
        claims.set("sub", token.get("sub"));
        return answer(
                claims,
                tickets.openFault(issuer.name(), token.path(ClaimNames.FAULT).asText("")));
    }

    /**
     * An answer.
     *
     * @param claims of the user
     * @param fault goes wrong on purpose
     */
    public record Answer(ObjectNode claims, Optional<Faults> fault) {
        @Override
        public String toString() {
            return "Answer[redacted]";
        }
    }

    private static Answer answer(ObjectNode claims, Optional<Faults> fault) {
        if (fault.filter(Faults::isWrongSubject).isPresent()) {
            claims.put("sub", claims.path("sub").asText() + "-wrong");
        }
        return new Answer(claims, fault);
    }

    /** A token of {@code POST /tokens} may have any claim, so that its scope is read as leniently as can be. */
    private static List<String> scope(JsonNode token) {
        String text = token.path("scope").asText("");
        try {
            return Scopes.parse(Optional.of(text).filter(scope -> !scope.isBlank()));
        } catch (OAuthException e) {
            return List.of();
        }
    }

    private static Set<String> listed(JsonNode token) {
        Set<String> names = new LinkedHashSet<>();
        token.path(ClaimNames.USERINFO).forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Optional<ObjectNode> clientClaims(OAuthConfig config, JsonNode token) {
        return Optional.ofNullable(config.clients().get(token.path("client_id").asText("")))
                .map(client -> client.userinfoClaims());
    }
}
