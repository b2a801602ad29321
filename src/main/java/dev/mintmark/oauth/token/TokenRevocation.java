package dev.mintmark.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.client.AuthenticatedClient;
import dev.mintmark.oauth.client.ClientAuthenticator;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.tokens.PolicyViolationException;
import java.util.Optional;
import java.util.function.Supplier;

/** The revocation endpoint (RFC 7009): an access token by its id, a refresh token with its family. */
public final class TokenRevocation {
    private final Supplier<OAuthConfig> configs;
    private final ClientAuthenticator clients;
    private final IssuedTokens tokens;
    private final OAuthOperations operations;

    public TokenRevocation(
            Supplier<OAuthConfig> configs,
            ClientAuthenticator clients,
            IssuedTokens tokens,
            OAuthOperations operations) {
        this.configs = configs;
        this.clients = clients;
        this.tokens = tokens;
        this.operations = operations;
    }

    /**
     * Revokes a token of the client; a token that is unknown, or another client's, is passed over.
     *
     * @throws OAuthException {@code invalid_client}, {@code invalid_request}, or {@code unsupported_token_type} for an ID
     *     token
     */
    public void handle(OAuthIssuer issuer, Parameters parameters, Optional<String> authorization) {
        parameters.requireSingle();
        AuthenticatedClient client = clients.authenticate(issuer, configs.get(), parameters, authorization);
        String token = parameters.require("token");
        Optional<JsonNode> claims = tokens.verifySignature(issuer, token);
        if (claims.isEmpty()) {
            return;
        }
        if (claims.get().has("at_hash")) {
            throw new OAuthException(
                    OAuthError.UNSUPPORTED_TOKEN_TYPE, "Access and refresh tokens can be revoked, ID tokens cannot");
        }
        if (!claims.get().path("client_id").asText("").equals(client.client().id())) {
            return;
        }
        try {
            operations.revoker().revoke(token, tokens.keys(issuer));
        } catch (PolicyViolationException e) {
            throw new OAuthException(
                    OAuthError.UNSUPPORTED_TOKEN_TYPE, "A token without jti cannot be revoked by itself");
        }
    }
}
