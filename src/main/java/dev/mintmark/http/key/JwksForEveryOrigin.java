package dev.mintmark.http.key;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the JWKS readable for every origin when CORS is on, because the CORS filter refuses unlisted origins. */
@Singleton
class JwksForEveryOrigin {
    /** Runs before Quarkus' CORS filter, which has priority 300. */
    private static final int FIRST = 1000;

    private static final Set<String> PATHS = Set.of("/keys/jwks", "/.well-known/jwks.json");

    void register(
            @Observes Filters filters,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean isCorsEnabled) {
        if (isCorsEnabled) {
            filters.register(JwksForEveryOrigin::admit, FIRST);
        }
    }

    private static void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (isRead && PATHS.contains(context.normalizedPath())) {
            // The response itself allows every origin.
            context.request().headers().remove(HttpHeaders.ORIGIN);
        }
        context.next();
    }
}
