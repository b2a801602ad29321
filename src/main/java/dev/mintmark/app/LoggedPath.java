package dev.mintmark.app;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code %{d,path}} of the access log: the path as sent, without its query, with {@code …} in place of a segment that is
 * longer than any of the service's own. A caller may send {@code /tokens/<token>}, and the log must not contain the token.
 */
@Singleton
final class LoggedPath {
    /** The length of a SHA-256 thumbprint in base64url, as in {@code GET /keys/{kid}}; every token is longer. */
    private static final int MAX_LENGTH = 43;

    /** Runs before every filter that may respond, because each response is logged. */
    private static final int FIRST = 3000;

    void register(
            @Observes Filters filters,
            @ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false") boolean logged) {
        if (logged) {
            filters.register(LoggedPath::keep, FIRST);
        }
    }

    private static void keep(RoutingContext context) {
        String path = context.request().path();
        if (path != null) {
            context.put("path", shortened(path));
        }
        context.next();
    }

    private static String shortened(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> segment.length() > MAX_LENGTH ? "…" : segment)
                .collect(Collectors.joining("/"));
    }
}
