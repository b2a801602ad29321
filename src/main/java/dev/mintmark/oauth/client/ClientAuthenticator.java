package dev.mintmark.oauth.client;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.client.AuthenticatedClient.Method;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.verify.TokenVerifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Authenticates the client of a request, by exactly one method. */
public final class ClientAuthenticator {
    private final OAuthIssuers issuers;
    private final Clients clients;
    private final ClientAssertions assertions;
    private final boolean isGuarded;

    /** @param isGuarded whether unknown clients are refused */
    public ClientAuthenticator(
            OAuthIssuers issuers,
            Clients clients,
            TokenVerifier verifier,
            Revocations revocations,
            Clock clock,
            boolean isGuarded) {
        this.issuers = issuers;
        this.clients = clients;
        this.assertions = new ClientAssertions(verifier, revocations, clock);
        this.isGuarded = isGuarded;
    }

    /**
     * Authenticates the client.
     *
     * @param authorization the header, if there is one
     * @throws OAuthException {@code invalid_client}, {@code unauthorized_client} for one that is unknown and not accepted,
     *     or {@code invalid_request} for no client or two methods
     */
    public AuthenticatedClient authenticate(
            OAuthIssuer issuer, OAuthConfig config, Parameters parameters, Optional<String> authorization) {
        Optional<ClientCredentials> basic = ClientCredentials.read(authorization);
        boolean byAssertion = parameters.has("client_assertion") || parameters.has("client_assertion_type");
        long methods = Stream.of(
                        basic.isPresent(), parameters.get("client_secret").isPresent(), byAssertion)
                .filter(present -> present)
                .count();
        if (methods > 1) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The client authenticates by more than one method; use one");
        }
        if (basic.isPresent()) {
            return byHeader(issuer, config, parameters, basic.get());
        }
        if (byAssertion) {
            return byAssertion(issuer, config, parameters);
        }
        Client client = find(issuer, config, parameters.require("client_id"));
        Optional<String> secret = parameters.get("client_secret");
        if (secret.isPresent()) {
            return check(client, client.hasSecret(secret.get()), Method.CLIENT_SECRET_POST);
        }
        return check(client, client.isPublic(), Method.NONE);
    }

    /** Some programs percent-encode the two parts, as RFC 6749 section 2.3.1 says, and some do not. */
    private AuthenticatedClient byHeader(
            OAuthIssuer issuer, OAuthConfig config, Parameters parameters, ClientCredentials raw) {
        ClientCredentials decoded = raw.decoded().orElse(raw);
        boolean isRaw =
                config.clients().containsKey(raw.id()) && !config.clients().containsKey(decoded.id());
        Client client = find(issuer, config, isRaw ? raw.id() : decoded.id());
        Optional<String> named = parameters.get("client_id");
        if (named.isPresent() && !named.get().equals(client.id())) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The client_id is not that of the header Authorization");
        }
        boolean right = client.hasSecret(decoded.secret()) || client.hasSecret(raw.secret());
        return check(client, right, Method.CLIENT_SECRET_BASIC);
    }

    private AuthenticatedClient byAssertion(OAuthIssuer issuer, OAuthConfig config, Parameters parameters) {
        if (!parameters.require("client_assertion_type").equals(ClientAssertions.TYPE)) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The client_assertion_type is not " + ClientAssertions.TYPE);
        }
        String assertion = parameters.require("client_assertion");
        String id = ClientAssertions.unverifiedClientId(assertion);
        if (parameters.get("client_id").filter(named -> !named.equals(id)).isPresent()) {
            throw new OAuthException(OAuthError.INVALID_CLIENT, "The client_id is not that of the client_assertion");
        }
        Client client = find(issuer, config, id);
        AuthenticatedClient authenticated = check(client, true, Method.PRIVATE_KEY_JWT);
        assertions.verify(assertion, client, audience(issuer));
        return authenticated;
    }

    /** The issuer, or the URL of the token endpoint or of the endpoint itself at any origin of the service. */
    private List<String> audience(OAuthIssuer issuer) {
        List<String> audience = new ArrayList<>(issuer.accepted());
        for (String origin : issuers.origins()) {
            for (String endpoint : new String[] {"token", "introspect", "revoke"}) {
                audience.add(origin + issuers.basePath() + issuer.name().endpointPath() + '/' + endpoint);
            }
        }
        return audience;
    }

    private Client find(OAuthIssuer issuer, OAuthConfig config, String id) {
        if (id.length() > Clients.MAX_ID) {
            throw new OAuthException(OAuthError.INVALID_CLIENT, "The client_id is longer than 1024 characters");
        }
        return clients.find(config, issuer.name(), id)
                .orElseThrow(() -> new OAuthException(
                        isGuarded ? OAuthError.UNAUTHORIZED_CLIENT : OAuthError.INVALID_CLIENT,
                        "The client_id is not known to this issuer"));
    }

    private static AuthenticatedClient check(Client client, boolean isRight, Method method) {
        if (!client.mayUseMethod(method.name().toLowerCase(Locale.ROOT))) {
            throw new OAuthException(
                    OAuthError.INVALID_CLIENT,
                    "The client has registered another token_endpoint_auth_method: "
                            + client.registration().orElseThrow().method());
        }
        if (!isRight) {
            throw new OAuthException(
                    OAuthError.INVALID_CLIENT,
                    method == Method.NONE
                            ? "The client must authenticate, with its secret or a client_assertion"
                            : "The client secret is wrong");
        }
        return new AuthenticatedClient(client, method);
    }
}
