package dev.mintmark.oauth.grant;

import dev.mintmark.jose.RandomId;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.Resources;
import dev.mintmark.oauth.client.AuthenticatedClient;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.RequestRule;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.ticket.LoginEffects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A token request whose client is authenticated.
 *
 * @param issuer the issuer
 * @param config at the moment of the request
 * @param caller the client
 * @param parameters of the request
 */
record GrantRequest(OAuthIssuer issuer, OAuthConfig config, AuthenticatedClient caller, Parameters parameters) {
    Client client() {
        return caller.client();
    }

    /** @throws OAuthException {@code invalid_scope} for a value that the client may not have */
    static List<String> admit(Client client, List<String> scope) {
        if (!scope.stream().allMatch(client::mayHave)) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The scope has a value that the client may not have");
        }
        return scope;
    }

    /**
     * Checks that the user of a login still exists, where only users of the file can sign in.
     *
     * @throws OAuthException {@code invalid_grant}
     */
    void requireUser(String subject, boolean isGuarded) {
        if (isGuarded && !config.hasUser(issuer.name(), subject)) {
            throw new OAuthException(OAuthError.INVALID_GRANT, "The user is not among those of the issuer any more");
        }
    }

    /** The recipients that the request names: {@code resource} (RFC 8707) and {@code audience}. */
    List<String> audience() {
        List<String> audience = new ArrayList<>(Resources.parse(parameters.all("resource")));
        parameters.get("audience").ifPresent(audience::add);
        return audience;
    }

    /** A parameter for a rule of the file; {@code client_id} is the authenticated client. */
    Optional<String> parameter(String name) {
        return name.equals("client_id") ? Optional.of(client().id()) : parameters.get(name);
    }

    /** An authorization that begins with this request. */
    Authorization authorization(User user, List<String> scope, List<String> audience, Optional<Instant> authTime) {
        return new Authorization(
                issuer,
                config,
                client(),
                user,
                scope,
                audience,
                Authorization.nothingTyped(),
                authTime,
                Optional.empty(),
                ClaimsParameter.NONE,
                RandomId.next(),
                LoginEffects.NONE,
                RequestRule.NONE);
    }
}
