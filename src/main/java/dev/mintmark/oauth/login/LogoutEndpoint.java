package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.SealedValues.Kind;
import dev.mintmark.oauth.client.Clients;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.grant.AuthorizationCodes;
import dev.mintmark.oauth.login.LogoutAnswer.ConfirmPage;
import dev.mintmark.oauth.login.LogoutAnswer.DonePage;
import dev.mintmark.oauth.login.LogoutAnswer.ErrorPage;
import dev.mintmark.oauth.token.IssuedTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The end session endpoint (OpenID Connect RP-Initiated Logout 1.0). */
public final class LogoutEndpoint {
    private static final Duration FORM_LIFETIME = Duration.ofMinutes(10);
    private static final int MAX_STATE = 2048;

    private final Supplier<OAuthConfig> configs;
    private final Clients clients;
    private final RedirectRules redirects;
    private final IssuedTokens tokens;
    private final AuthorizationCodes codes;
    private final SealedValues sealed;
    private final Sessions sessions;

    public LogoutEndpoint(
            Supplier<OAuthConfig> configs,
            Clients clients,
            OAuthSettings settings,
            IssuedTokens tokens,
            AuthorizationCodes codes,
            SealedValues sealed) {
        this.configs = configs;
        this.clients = clients;
        this.redirects = new RedirectRules(settings.redirectHosts(), settings.isGuarded());
        this.tokens = tokens;
        this.codes = codes;
        this.sealed = sealed;
        this.sessions = new Sessions(sealed);
    }

    /**
     * Answers a logout request. A valid ID token hint of the user ends the session at once; without one a page asks.
     *
     * @param cookies the values of the session cookies
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the tokens of the session cannot be revoked
     */
    public LogoutAnswer handle(OAuthIssuer issuer, Parameters parameters, List<String> cookies) {
        Optional<Session> session = sessions.find(issuer.name(), cookies);
        try {
            parameters.requireSingle();
            Optional<String> confirmed = parameters.get("confirm");
            if (confirmed.isPresent()) {
                return confirmed(issuer, confirmed.get(), session);
            }
            Optional<JsonNode> hint = hint(issuer, parameters);
            Optional<RedirectTarget> target = target(issuer, parameters, hint);
            Optional<String> uri = target.map(RedirectTarget::uri);
            boolean isOfSession = hint.isPresent()
                    && session.filter(known -> !known.subject()
                                    .equals(hint.get().path("sub").asText()))
                            .isEmpty();
            if (!isOfSession || target.filter(RedirectTarget::needsClick).isPresent()) {
                return confirm(issuer, uri);
            }
            end(session, Optional.of(hint.get().path("sid").asText("")).filter(sid -> !sid.isEmpty()));
            return uri.<LogoutAnswer>map(LogoutAnswer.ToClient::new).orElseGet(DonePage::new);
        } catch (OAuthException e) {
            return new ErrorPage(e.description());
        }
    }

    private LogoutAnswer confirmed(OAuthIssuer issuer, String form, Optional<Session> session) {
        Optional<ObjectNode> request = sealed.open(Kind.LOGOUT_FORM, issuer.name(), form);
        if (request.isEmpty()) {
            return new ErrorPage("The logout form has expired. Start again at the application.");
        }
        end(session, Optional.empty());
        String uri = request.get().path("uri").asText("");
        return uri.isEmpty() ? new DonePage() : new LogoutAnswer.ToClient(uri);
    }

    private ConfirmPage confirm(OAuthIssuer issuer, Optional<String> uri) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("uri", uri.orElse(""));
        Optional<String> place = uri.map(text -> {
            String host = java.net.URI.create(text).getHost();
            return host == null ? text.substring(0, text.indexOf(':')) : host;
        });
        return new ConfirmPage(sealed.seal(Kind.LOGOUT_FORM, issuer.name(), request, FORM_LIFETIME), place);
    }

    private void end(Optional<Session> session, Optional<String> sid) {
        Set<String> families = new LinkedHashSet<>();
        session.ifPresent(known -> families.addAll(known.families()));
        sid.ifPresent(families::add);
        families.forEach(codes::revokeFamily);
    }

    private Optional<JsonNode> hint(OAuthIssuer issuer, Parameters parameters) {
        Optional<String> text = parameters.get("id_token_hint");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        JsonNode hint = tokens.verifySignature(issuer, text.get())
                .filter(claims -> claims.path("sub").isTextual() && !claims.has("client_id"))
                .orElseThrow(() -> new OAuthException(
                        OAuthError.INVALID_REQUEST, "The id_token_hint is not an ID token of this issuer"));
        Optional<String> client = parameters.get("client_id");
        if (client.isPresent() && !AuthorizationRequests.isIdTokenFor(hint, client.get())) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The id_token_hint was issued to another client");
        }
        return Optional.of(hint);
    }

    /** Where the browser goes afterwards, with the state. */
    private Optional<RedirectTarget> target(OAuthIssuer issuer, Parameters parameters, Optional<JsonNode> hint) {
        Optional<String> uri = parameters.get("post_logout_redirect_uri");
        Optional<String> state = parameters.get("state");
        if (uri.isEmpty()) {
            return Optional.empty();
        }
        if (state.filter(text -> text.length() > MAX_STATE).isPresent()) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The state is longer than 2048 characters");
        }
        Optional<String> id = parameters.get("client_id").or(() -> hint.map(LogoutEndpoint::audience));
        if (id.isEmpty()) {
            // Without a client, the URI belongs to no registration: the page asks, and the browser stays (section 2).
            return Optional.empty();
        }
        Client client = clients.find(configs.get(), issuer.name(), id.get())
                .orElseThrow(() ->
                        new OAuthException(OAuthError.INVALID_REQUEST, "The client_id is not known to this issuer"));
        RedirectTarget target = redirects
                .admitLogout(client, uri.get())
                .orElseThrow(() -> new OAuthException(
                        OAuthError.INVALID_REQUEST, "The post_logout_redirect_uri is not registered for the client"));
        String separator = target.uri().contains("?") ? "&state=" : "?state=";
        String query = state.map(text -> separator + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        return Optional.of(new RedirectTarget(target.uri() + query, target.place(), target.needsClick()));
    }

    private static String audience(JsonNode hint) {
        return hint.path("aud").isArray()
                ? hint.path("azp").asText(hint.path("aud").path(0).asText())
                : hint.path("aud").asText();
    }
}
