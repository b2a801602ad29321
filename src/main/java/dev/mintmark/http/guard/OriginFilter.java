package dev.mintmark.http.guard;

import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses web pages at operations with {@link OriginChecked}, before the body is read and before API keys are checked. */
@Singleton
final class OriginFilter {
    /** Looked up late: filters are created before the settings can be read. */
    private final Instance<OriginPolicy> policy;

    OriginFilter(Instance<OriginPolicy> policy) {
        this.policy = policy;
    }

    /** Reads the settings, so that a wrong host stops the start. */
    void begin(@Observes StartupEvent event) {
        policy.get();
    }

    @OriginChecked
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION - 1)
    @Nullable
    Response check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        List<String> origins = request.headers().getAll(HttpHeaders.ORIGIN);
        if (origins.isEmpty()) {
            return null;
        }
        // With proxy forwarding, this is the host that the proxy reports.
        HostAndPort authority = request.authority();
        return policy.get()
                .error(origins, authority == null ? "" : authority.host())
                .map(detail -> Problem.of(ProblemType.FORBIDDEN_ORIGIN, detail).toResponse())
                .orElse(null);
    }
}
