package dev.mintmark.testing;

import dev.mintmark.assembly.OAuthServices;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import java.util.Optional;
import java.util.function.Supplier;

/** Routes requests: the documents of an issuer, its JWK Set, and the endpoints that clients and browsers call. */
final class IssuerEndpoints {
    private static final String BEARER = "Bearer ";
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String SERVER_METADATA = "/.well-known/oauth-authorization-server";

    private final Supplier<OAuthServices> oauth;
    private final KeyRings keys;
    private final BrowserPages pages;

    IssuerEndpoints(Supplier<OAuthServices> oauth, KeyRings keys) {
        this.oauth = oauth;
        this.keys = keys;
        this.pages = new BrowserPages(oauth);
    }

    HttpAnswer answer(HttpCall call) {
        try {
            return route(call).orElseGet(() -> HttpAnswer.text(404, "There is nothing at this path"));
        } catch (OAuthException e) {
            return HttpAnswer.error(e.error(), e.description());
        } catch (KeysUnavailableException e) {
            return HttpAnswer.error(OAuthError.TEMPORARILY_UNAVAILABLE, "The key is being generated; try again");
        }
    }

    private Optional<HttpAnswer> route(HttpCall call) {
        String path = call.path();
        if (path.equals("/keys/jwks") || path.equals("/.well-known/jwks.json")) {
            return Optional.of(jwks());
        }
        if (path.equals(DISCOVERY) || path.equals(SERVER_METADATA)) {
            return document(Optional.of(IssuerName.ROOT));
        }
        if (path.startsWith(SERVER_METADATA + "/issuers/")) {
            return document(IssuerName.parse(path.substring((SERVER_METADATA + "/issuers/").length())));
        }
        if (path.startsWith("/issuers/") && path.endsWith(DISCOVERY)) {
            return document(IssuerName.parse(path.substring("/issuers/".length(), path.length() - DISCOVERY.length())));
        }
        int slash = path.lastIndexOf('/');
        return name(path.substring(0, slash)).flatMap(name -> endpoint(path.substring(slash + 1), issuer(name), call));
    }

    private static Optional<IssuerName> name(String path) {
        if (path.equals("/oauth2")) {
            return Optional.of(IssuerName.ROOT);
        }
        return path.startsWith("/issuers/") ? IssuerName.parse(path.substring("/issuers/".length())) : Optional.empty();
    }

    private OAuthIssuer issuer(IssuerName name) {
        return oauth.get().issuers().resolve(name, "");
    }

    private HttpAnswer jwks() {
        return HttpAnswer.jwks(keys.requireComplete().jwks());
    }

    private Optional<HttpAnswer> document(Optional<IssuerName> name) {
        return name.flatMap(it -> oauth.get().metadata().of(issuer(it))).map(members -> HttpAnswer.json(200, members));
    }

    private Optional<HttpAnswer> endpoint(String endpoint, OAuthIssuer issuer, HttpCall call) {
        return switch (endpoint) {
            case "jwks" -> Optional.of(jwks());
            case "token" -> Optional.of(token(issuer, call));
            case "userinfo" -> Optional.of(userInfo(issuer, call));
            case "introspect" ->
                Optional.of(HttpAnswer.json(
                        200,
                        oauth.get().introspection().handle(issuer, call.parameters(), call.authorization(), false)));
            case "revoke" -> Optional.of(revoke(issuer, call));
            case "authorize", "login", "logout" -> Optional.of(pages.answer(endpoint, issuer, call));
            default -> Optional.empty();
        };
    }

    private HttpAnswer token(OAuthIssuer issuer, HttpCall call) {
        if (!call.isPost()) {
            return HttpAnswer.text(405, "Use POST").with("Allow", "POST");
        }
        Parameters form = call.parameters();
        return HttpAnswer.json(
                200,
                oauth.get()
                        .tokens()
                        .handle(issuer, form, call.authorization(), false)
                        .members());
    }

    private HttpAnswer revoke(OAuthIssuer issuer, HttpCall call) {
        oauth.get().revocation().handle(issuer, call.parameters(), call.authorization());
        return HttpAnswer.text(200, "");
    }

    private HttpAnswer userInfo(OAuthIssuer issuer, HttpCall call) {
        Optional<String> token = call.authorization()
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .or(() -> call.isPost() && call.isForm() ? call.parameters().get("access_token") : Optional.empty());
        if (token.isEmpty()) {
            return challenge(HttpAnswer.error(OAuthError.INVALID_TOKEN, "The access token is missing"), "");
        }
        try {
            return HttpAnswer.json(
                    200, oauth.get().userInfo().of(issuer, token.get()).claims());
        } catch (OAuthException e) {
            return challenge(
                    HttpAnswer.error(e.error(), e.description()),
                    ", error=\"" + e.error().wireName() + "\"");
        }
    }

    private static HttpAnswer challenge(HttpAnswer answer, String error) {
        return answer.with("WWW-Authenticate", "Bearer realm=\"mintmark\"" + error);
    }
}
