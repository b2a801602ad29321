package dev.mintmark.oauth.grant;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.Scopes;
import dev.mintmark.oauth.client.AuthenticatedClient;
import dev.mintmark.oauth.config.User;
import java.util.List;
import java.util.Optional;

/** The client credentials grant (RFC 6749 section 4.4): the client is the subject, and there is no refresh token. */
final class ClientCredentialsGrant {
    private final TokenIssuer tokens;

    ClientCredentialsGrant(TokenIssuer tokens) {
        this.tokens = tokens;
    }

    TokenResponse grant(GrantRequest request) {
        boolean unauthenticated = request.caller().method() == AuthenticatedClient.Method.NONE;
        if (request.client().isKnown() && unauthenticated) {
            throw new OAuthException(
                    OAuthError.UNAUTHORIZED_CLIENT, "A public client cannot use the grant client_credentials");
        }
        List<String> scope = GrantRequest.admit(
                request.client(), Scopes.parse(request.parameters().get("scope")));
        List<String> audience = request.audience();
        User client = User.unknown(request.client().id());
        return tokens.issue(request, request.authorization(client, scope, audience, Optional.empty()), false);
    }
}
