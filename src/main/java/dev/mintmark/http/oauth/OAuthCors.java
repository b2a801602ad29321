package dev.mintmark.http.oauth;

import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.OAuthConfigs;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CORS of the OAuth endpoints. Discovery and JWK Sets are for every origin. Token, userinfo, revoke and
 * register are for the origins of
 * redirect URIs: those that are registered, and those of the redirect hosts; no cookies go with them. The others have none.
 */
@Singleton
class OAuthCors {
    /** Before Quarkus' CORS filter, which has 300 and whose answers these paths do not need. */
    private static final int FIRST = 1000;

    /** Tickets are not among them: they are minted, so that the origin is checked as for tokens. */
    private static final Pattern ENDPOINT = Pattern.compile("/(oauth2|issuers/.+)/(?!tickets$)[a-z]+");

    private static final Pattern PUBLIC =
            Pattern.compile("/\\.well-known/(openid-configuration|oauth-authorization-server)(/.+)?"
                    + "|/issuers/.+/(jwks|\\.well-known/openid-configuration)");
    private static final Pattern SHARED = Pattern.compile("/(oauth2|issuers/.+)/(token|userinfo|revoke|register)");

    private final OAuthSettings settings;
    private final OAuthConfigs configs;

    OAuthCors(OAuthSettings settings, OAuthConfigs configs) {
        this.settings = settings;
        this.configs = configs;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        String path = context.normalizedPath();
        if (PUBLIC.matcher(path).matches()) {
            // For requests without an origin, too: a browser may answer a later one from its cache.
            answer(context, Optional.of("*"));
            return;
        }
        boolean isShared = SHARED.matcher(path).matches();
        if (isShared || ENDPOINT.matcher(path).matches()) {
            if (isShared) {
                context.response().putHeader(HttpHeaders.VARY, "Origin");
            }
            String origin = context.request().getHeader(HttpHeaders.ORIGIN);
            answer(context, Optional.ofNullable(origin).filter(one -> isShared && isAllowed(one)));
            return;
        }
        context.next();
    }

    private static void answer(RoutingContext context, Optional<String> allowed) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        boolean isPreflight = request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader("Access-Control-Request-Method") != null;
        request.headers().remove(HttpHeaders.ORIGIN);
        // At the end, in the place of what the resource says: a browser accepts one value alone.
        allowed.ifPresent(value ->
                context.addHeadersEndHandler(written -> response.putHeader("Access-Control-Allow-Origin", value)));
        if (!isPreflight) {
            allowed.ifPresent(
                    value -> response.putHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After"));
            context.next();
            return;
        }
        allowed.ifPresent(value -> response.putHeader("Access-Control-Allow-Methods", "GET, POST")
                .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Requested-With")
                .putHeader("Access-Control-Max-Age", "600"));
        response.setStatusCode(204).end();
    }

    private boolean isAllowed(String origin) {
        try {
            URI uri = new URI(origin);
            boolean isPlain = OAuthSettings.originOf(uri).isPresent() && uri.getRawUserInfo() == null;
            return isPlain && (settings.redirectHosts().allow(uri.getHost()) || isRegistered(origin));
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private boolean isRegistered(String origin) {
        OAuthConfig config = configs.get();
        return config.clients().values().stream()
                .flatMap(client -> client.redirectUris().stream())
                .anyMatch(uri -> OAuthSettings.originOf(URI.create(uri)).equals(Optional.of(origin)));
    }
}
