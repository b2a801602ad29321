package dev.mintmark.http.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Receives a whole body, up to the limit, before the request takes a worker thread and before parsing begins. Otherwise a
 * few hundred slow clients occupy all worker threads, and a body over the limit may be reported as a syntax error. This is
 * a filter because a {@code ReaderInterceptor} makes Quarkus look up the resource's annotations by reflection for each
 * request, which takes 8 % of minting.
 */
@Singleton
final class BodyReceiver {
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Looked up late: filters are created before the settings can be read. */
    private final Instance<HttpLimits> limits;

    private final Instance<IncompleteBodies> incomplete;
    private final Instance<ConcurrencyLimit> concurrency;

    BodyReceiver(
            Instance<HttpLimits> limits,
            Instance<IncompleteBodies> incomplete,
            Instance<ConcurrencyLimit> concurrency) {
        this.limits = limits;
        this.incomplete = incomplete;
        this.concurrency = concurrency;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.ENTITY_CODER)
    void receive(ResteasyReactiveContainerRequestContext context, RoutingContext routing) {
        if (!routing.request().isEnded() && mayHaveBody(routing.request())) {
            context.suspend();
            new BodyReception(context, routing, limits.get(), incomplete.get(), concurrency.get()).start();
        }
    }

    private static boolean mayHaveBody(HttpServerRequest request) {
        return !WITHOUT_BODY.contains(request.method())
                || request.version() == HttpVersion.HTTP_2
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
