package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.Resources;
import dev.mintmark.oauth.Scopes;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.grant.ClaimsParameter;
import dev.mintmark.oauth.token.IssuedTokens;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads authorization requests whose redirect URI is admitted. */
final class AuthorizationRequests {
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");

    private final IssuedTokens tokens;

    AuthorizationRequests(IssuedTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a request.
     *
     * @throws OAuthException with the error that goes to the client
     */
    AuthorizationRequest read(
            OAuthIssuer issuer, OAuthConfig config, Client client, Delivery delivery, Parameters parameters) {
        if (parameters.has("request")) {
            throw new OAuthException(OAuthError.REQUEST_NOT_SUPPORTED, "The parameter request is not supported");
        }
        if (parameters.has("request_uri")) {
            throw new OAuthException(
                    OAuthError.REQUEST_URI_NOT_SUPPORTED, "The parameter request_uri is not supported");
        }
        checkResponse(parameters);
        if (!client.mayUse("authorization_code")) {
            throw new OAuthException(
                    OAuthError.UNAUTHORIZED_CLIENT, "The client may not use the grant authorization_code");
        }
        List<String> scope = Scopes.parse(parameters.get("scope"));
        if (!scope.stream().allMatch(client::mayHave)) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "The scope has a value that the client may not have");
        }
        return new AuthorizationRequest(
                issuer,
                config,
                client,
                delivery,
                parameters,
                scope,
                Resources.parse(parameters.all("resource")),
                challenge(client, parameters),
                prompts(parameters.get("prompt")),
                parameters.get("max_age").map(AuthorizationRequests::maxAge),
                parameters.get("id_token_hint").map(hint -> hint(issuer, client, hint)),
                parameters
                        .get("claims")
                        .map(ClaimsParameter::parse)
                        .orElse(ClaimsParameter.NONE)
                        .withAcrValues(parameters.get("acr_values")));
    }

    private static void checkResponse(Parameters parameters) {
        if (!parameters.require("response_type").equals("code")) {
            throw new OAuthException(OAuthError.UNSUPPORTED_RESPONSE_TYPE, "The response_type is not code");
        }
        if (Delivery.Mode.parse(parameters.get("response_mode")).isEmpty()) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The response_mode is not query, fragment or form_post");
        }
    }

    private static Optional<String> challenge(Client client, Parameters parameters) {
        Optional<String> challenge = parameters.get("code_challenge");
        Optional<String> method = parameters.get("code_challenge_method");
        if (challenge.isEmpty()) {
            if (client.requiresPkce() || method.isPresent()) {
                throw new OAuthException(OAuthError.INVALID_REQUEST, "The parameter code_challenge is missing");
            }
            return challenge;
        }
        if (!method.equals(Optional.of("S256"))) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The code_challenge_method is not S256");
        }
        if (!challenge.get().matches("[A-Za-z0-9_-]{43}")) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The code_challenge is not the base64url of a SHA-256");
        }
        return challenge;
    }

    private static Set<String> prompts(Optional<String> prompt) {
        Set<String> prompts = new LinkedHashSet<>(
                prompt.map(text -> List.of(text.strip().split(" +"))).orElse(List.of()));
        if (!PROMPTS.containsAll(prompts) || (prompts.contains("none") && prompts.size() > 1)) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST,
                    "The prompt is none alone, or a list of login, consent and select_account");
        }
        return prompts;
    }

    private static Duration maxAge(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The max_age is not a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    /** An ID token of this issuer for this client, expired or not. */
    private JsonNode hint(OAuthIssuer issuer, Client client, String hint) {
        return tokens.verifySignature(issuer, hint)
                .filter(claims -> isIdTokenFor(claims, client.id()))
                .orElseThrow(() -> new OAuthException(
                        OAuthError.INVALID_REQUEST,
                        "The id_token_hint is not an ID token of this issuer for the client"));
    }

    static boolean isIdTokenFor(JsonNode claims, String clientId) {
        JsonNode audience = claims.path("aud");
        boolean addressed = audience.isArray()
                ? audience.valueStream().anyMatch(one -> one.asText().equals(clientId))
                : audience.asText().equals(clientId);
        // Access tokens have a client_id; refresh tokens, too.
        return addressed && claims.path("sub").isTextual() && !claims.has("client_id");
    }
}
