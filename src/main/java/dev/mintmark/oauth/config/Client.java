package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An OAuth client.
 *
 * @param id the {@code client_id}
 * @param isKnown whether the configuration lists it
 * @param secretSha256 the SHA-256 of its secret in lower-case hexadecimal
 * @param jwks the keys of its assertions
 * @param redirectUris the registered ones; empty if any that passes the rules is accepted
 * @param postLogoutRedirectUris the same for the logout
 * @param audience the {@code aud} of its access tokens unless it asks for another
 * @param scopes the scopes it may have, {@code *} at the end of one as a wildcard; empty for all
 * @param grants the grant types it may use; empty for all
 * @param requiresPkce whether an authorization request needs a code challenge
 * @param refresh when it gets refresh tokens
 * @param autoLogin the user who is signed in without a page
 * @param lifetimes of its tokens where they differ from the defaults
 * @param accessClaims further claims of its access tokens
 * @param idTokenClaims further claims of its ID tokens
 * @param userinfoClaims further claims at the userinfo endpoint
 * @param registration how it has registered itself; empty for a client of the file
 * @param fault goes wrong at every login, unless a ticket orders another one
 */
public record Client(
        String id,
        boolean isKnown,
        Optional<String> secretSha256,
        Optional<JwkSet> jwks,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<String> audience,
        List<String> scopes,
        Set<String> grants,
        boolean requiresPkce,
        Refresh refresh,
        Optional<String> autoLogin,
        Map<TokenType, Duration> lifetimes,
        ObjectNode accessClaims,
        ObjectNode idTokenClaims,
        ObjectNode userinfoClaims,
        Optional<Registration> registration,
        Optional<Faults> fault) {
    /**
     * What a client has registered that no file says.
     *
     * @param method the one method by which it authenticates, as in {@code token_endpoint_auth_method}
     * @param name for the login page
     */
    public record Registration(String method, Optional<String> name) {}

    /** When a client gets a refresh token. */
    public enum Refresh {
        ALWAYS,
        OFFLINE_ACCESS,
        NEVER
    }

    public Client {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        audience = List.copyOf(audience);
        scopes = List.copyOf(scopes);
        grants = Set.copyOf(grants);
        lifetimes = Map.copyOf(lifetimes);
    }

    /** A client that the configuration does not list. */
    public static Client unknown(String id) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return new Client(
                id,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                false,
                Refresh.ALWAYS,
                Optional.empty(),
                Map.of(),
                none,
                none,
                none,
                Optional.empty(),
                Optional.empty());
    }

    /** What the login page shows: the name that it has registered, or else the id. */
    public String name() {
        return registration.flatMap(Registration::name).orElse(id);
    }

    /** Whether the client cannot authenticate (RFC 6749 section 2.1). */
    public boolean isPublic() {
        return registration
                .map(registered -> registered.method().equals("none"))
                .orElse(secretSha256.isEmpty() && jwks.isEmpty());
    }

    /** Whether the secret is right, compared in constant time. Any secret is right for an unknown client. */
    public boolean hasSecret(String secret) {
        return secretSha256.map(digest -> User.isDigestOf(digest, secret)).orElse(!isKnown);
    }

    /** Whether the client may authenticate by this method; one of the file may use any that it can. */
    public boolean mayUseMethod(String method) {
        return registration
                .filter(registered -> !registered.method().equals(method))
                .isEmpty();
    }

    public boolean mayUse(String grantType) {
        return grants.isEmpty() || grants.contains(grantType);
    }

    /** Whether the client may have this scope. */
    public boolean mayHave(String scope) {
        return scopes.isEmpty()
                || scopes.stream()
                        .anyMatch(pattern -> pattern.endsWith("*")
                                ? scope.startsWith(pattern.substring(0, pattern.length() - 1))
                                : pattern.equals(scope));
    }

    @Override
    public String toString() {
        return "Client[" + (isKnown ? "known" : "unknown") + "]";
    }
}
