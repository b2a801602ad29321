package dev.mintmark.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Keeps the JWKS readable from every web page where CORS is on, whose filter refuses all origins but those it was given. */
@ApplicationScoped
class JwksForEveryOrigin {
    /** Before Quarkus' CORS filter, which has 300. */
    private static final int FIRST = 1000;

    private static final Set<String> PATHS = Set.of("/keys/jwks", "/.well-known/jwks.json");

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (reads && PATHS.contains(context.normalizedPath())) {
            // Its own answer says that any origin may read it.
            context.request().headers().remove(HttpHeaders.ORIGIN);
        }
        context.next();
    }
}
