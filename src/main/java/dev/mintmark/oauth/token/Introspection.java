package dev.mintmark.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.client.AuthenticatedClient;
import dev.mintmark.oauth.client.ClientAuthenticator;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.tokens.TokenType;
import java.util.Optional;
import java.util.function.Supplier;

/** The introspection endpoint (RFC 7662): whether an access or refresh token is active, and its claims. */
public final class Introspection {
    private final Supplier<OAuthConfig> configs;
    private final ClientAuthenticator clients;
    private final IssuedTokens tokens;

    public Introspection(Supplier<OAuthConfig> configs, ClientAuthenticator clients, IssuedTokens tokens) {
        this.configs = configs;
        this.clients = clients;
        this.tokens = tokens;
    }

    /**
     * Answers an introspection request.
     *
     * @param hasApiKey whether the request has an API key of the service, in whose place a client may authenticate
     * @throws OAuthException {@code invalid_client} or {@code invalid_request}
     */
    public ObjectNode handle(
            OAuthIssuer issuer, Parameters parameters, Optional<String> authorization, boolean hasApiKey) {
        parameters.requireSingle();
        if (!hasApiKey) {
            authenticate(issuer, parameters, authorization);
        }
        String token = parameters.require("token");
        return tokens.verify(issuer, token, TokenType.REFRESH)
                .map(claims -> active(claims, "refresh_token"))
                .or(() -> tokens.verify(issuer, token, TokenType.ACCESS).map(claims -> active(claims, "Bearer")))
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("active", false));
    }

    private void authenticate(OAuthIssuer issuer, Parameters parameters, Optional<String> authorization) {
        boolean isNamed = authorization.isPresent()
                || parameters.get("client_id").isPresent()
                || parameters.has("client_assertion");
        if (!isNamed) {
            throw needsAuthentication();
        }
        AuthenticatedClient client = clients.authenticate(issuer, configs.get(), parameters, authorization);
        if (client.method() == AuthenticatedClient.Method.NONE) {
            throw needsAuthentication();
        }
    }

    private static OAuthException needsAuthentication() {
        return new OAuthException(OAuthError.INVALID_CLIENT, "Introspection needs client authentication");
    }

    private static ObjectNode active(JsonNode claims, String type) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("active", true);
        claims.properties().stream()
                // The grant of a refresh token is between this service and itself.
                .filter(claim ->
                        !(type.equals("refresh_token") && claim.getKey().equals("grant")))
                .forEach(claim -> answer.set(claim.getKey(), claim.getValue()));
        answer.put("active", true);
        answer.put("token_type", type);
        return answer;
    }
}
