package dev.mintmark.http.key;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the JWKS readable from every web page where CORS is on, whose filter refuses all origins but those it was given. */
@Singleton
class JwksForEveryOrigin {
    /** Before Quarkus' CORS filter, which has 300. */
    private static final int FIRST = 1000;

    private static final Set<String> PATHS = Set.of("/keys/jwks", "/.well-known/jwks.json");

    void register(
            @Observes Filters filters,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean isExcluded) {
        if (isExcluded) {
            filters.register(JwksForEveryOrigin::admit, FIRST);
        }
    }

    private static void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (reads && PATHS.contains(context.normalizedPath())) {
            // Its own answer says that any origin may read it.
            context.request().headers().remove(HttpHeaders.ORIGIN);
        }
        context.next();
    }
}
