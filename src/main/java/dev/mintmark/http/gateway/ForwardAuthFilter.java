package dev.mintmark.http.gateway;

import dev.mintmark.http.oauth.OAuthRequests;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthIssuer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What forward authentication needs before the routes. A gateway may ask with the method of its caller, whose body is not
 * read; it copies its caller's {@code Origin}, which no filter may check; and a path that continues after the endpoint is
 * refused before dot segments could lead it elsewhere.
 */
@Singleton
final class ForwardAuthFilter {
    /** After the limit of concurrent requests, and before every filter that looks at the origin or the body. */
    private static final int FIRST = 1500;

    private static final Pattern CONTINUED = Pattern.compile("/(oauth2|issuers/.+)/forward-auth[^A-Za-z0-9._~-].*");
    private static final Pattern EXACT = Pattern.compile("/(?:oauth2|issuers/(.+))/forward-auth");

    /** Looked up late: filters are created before the settings can be read. */
    private final Instance<ForwardAuthEndpoint> endpoint;

    private final Instance<OAuthRequests> requests;

    ForwardAuthFilter(Instance<ForwardAuthEndpoint> endpoint, Instance<OAuthRequests> requests) {
        this.endpoint = endpoint;
        this.requests = requests;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = String.valueOf(request.path());
        if (!path.toLowerCase(Locale.ROOT).contains("/forward-auth")) {
            context.next();
            return;
        }
        if (CONTINUED.matcher(path).matches()) {
            write(context, endpoint.get().refusePath());
            return;
        }
        Matcher exact = EXACT.matcher(path);
        if (!exact.matches()) {
            context.next();
            return;
        }
        request.headers().remove(HttpHeaders.ORIGIN);
        if (isGet(request)) {
            context.next();
            return;
        }
        Optional<OAuthIssuer> issuer = issuer(exact.group(1), request);
        if (issuer.isEmpty()) {
            // Not left to the routes, which answer OPTIONS with 200.
            context.response().setStatusCode(404).end();
            return;
        }
        context.vertx()
                .executeBlocking(
                        () -> endpoint.get()
                                .check(
                                        issuer.get(),
                                        request.query(),
                                        request.headers().getAll(HttpHeaders.AUTHORIZATION)),
                        false)
                .onSuccess(answer -> write(context, answer))
                .onFailure(context::fail);
    }

    private static boolean isGet(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    /** Empty for a name that no issuer can have, or while OAuth is off. */
    private Optional<OAuthIssuer> issuer(String name, HttpServerRequest request) {
        try {
            return Optional.of(
                    name == null
                            ? requests.get().issuer(IssuerName.ROOT, request)
                            : requests.get().issuer(name, request));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static void write(RoutingContext context, ForwardAuthEndpoint.Answer answer) {
        answer.headers().forEach(context.response()::putHeader);
        context.response().setStatusCode(answer.status()).end();
    }
}
