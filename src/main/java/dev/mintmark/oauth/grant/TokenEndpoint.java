package dev.mintmark.oauth.grant;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.client.AuthenticatedClient;
import dev.mintmark.oauth.client.ClientAuthenticator;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.ticket.Tickets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The token endpoint (RFC 6749 section 3.2): authenticates the client, then hands over to the grant. */
public final class TokenEndpoint {
    private static final String PASSWORD = "password";

    private final Supplier<OAuthConfig> configs;
    private final ClientAuthenticator clients;
    private final Map<String, Function<GrantRequest, TokenResponse>> grants = new LinkedHashMap<>();
    private final boolean isGuarded;

    public TokenEndpoint(
            OAuthIssuers issuers,
            Supplier<OAuthConfig> configs,
            ClientAuthenticator clients,
            AuthorizationCodes codes,
            Tickets tickets,
            OAuthOperations operations,
            OAuthSettings settings) {
        this.configs = configs;
        this.clients = clients;
        this.isGuarded = settings.isGuarded();
        TokenIssuer tokens = new TokenIssuer(operations, tickets, settings.hasScopedIdTokenClaims());
        grants.put("authorization_code", new CodeGrant(codes, tokens, isGuarded)::grant);
        grants.put("client_credentials", new ClientCredentialsGrant(tokens)::grant);
        grants.put("refresh_token", new RefreshGrant(operations, tokens, isGuarded)::grant);
        SubjectTokens subjects = new SubjectTokens(operations, issuers);
        grants.put(JwtBearerGrant.TYPE, new JwtBearerGrant(subjects, tokens)::grant);
        grants.put(TokenExchangeGrant.TYPE, new TokenExchangeGrant(subjects, tokens)::grant);
        grants.put(PASSWORD, new PasswordGrant(tokens, operations, isGuarded)::grant);
    }

    /** The values of {@code grant_type} that are served. */
    public List<String> grantTypes() {
        return List.copyOf(grants.keySet());
    }

    /**
     * Answers a token request.
     *
     * @param authorization the header, if there is one
     * @param hasApiKey whether the request has an API key of the service
     * @throws OAuthException with the error of the answer
     */
    public TokenResponse handle(
            OAuthIssuer issuer, Parameters parameters, Optional<String> authorization, boolean hasApiKey) {
        parameters.requireSingle();
        String type = parameters.require("grant_type");
        Function<GrantRequest, TokenResponse> grant = grants.get(type);
        if (grant == null) {
            throw new OAuthException(
                    OAuthError.UNSUPPORTED_GRANT_TYPE,
                    "The grant_type is not one of " + String.join(", ", grants.keySet()));
        }
        OAuthConfig config = configs.get();
        AuthenticatedClient client = clients.authenticate(issuer, config, parameters, authorization);
        boolean needsApiKey = isGuarded && type.equals(PASSWORD) && !hasApiKey;
        if (!client.client().mayUse(type) || needsApiKey) {
            throw new OAuthException(
                    OAuthError.UNAUTHORIZED_CLIENT,
                    needsApiKey
                            ? "The grant password needs an API key in X-Api-Key"
                            : "The client may not use this grant");
        }
        return grant.apply(new GrantRequest(issuer, config, client, parameters));
    }
}
