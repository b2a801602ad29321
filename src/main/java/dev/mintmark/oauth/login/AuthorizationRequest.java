package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.grant.ClaimsParameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A valid authorization request.
 *
 * @param issuer the issuer
 * @param config at the moment of the request
 * @param client the client
 * @param delivery how and where the answer goes
 * @param parameters as they were sent
 * @param scope the requested scope
 * @param resource the requested recipients
 * @param challenge the S256 code challenge
 * @param prompts the prompts that the request wants
 * @param maxAge the greatest age of the login
 * @param idTokenHint the claims of the {@code id_token_hint}
 * @param claims the claims that the request names
 */
record AuthorizationRequest(
        OAuthIssuer issuer,
        OAuthConfig config,
        Client client,
        Delivery delivery,
        Parameters parameters,
        List<String> scope,
        List<String> resource,
        Optional<String> challenge,
        Set<String> prompts,
        Optional<Duration> maxAge,
        Optional<JsonNode> idTokenHint,
        ClaimsParameter claims) {
    /** Whether no page may be shown. */
    boolean isSilent() {
        return prompts.contains("none");
    }

    boolean wantsPage() {
        return prompts.contains("login") || prompts.contains("select_account");
    }

    /** The user who must sign in, if the request says so: by the ID token hint or the requested {@code sub}. */
    Optional<String> requiredSubject() {
        return idTokenHint.map(hint -> hint.path("sub").asText()).or(claims::subject);
    }
}
