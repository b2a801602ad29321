package dev.mintmark.http.guard;

import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Requires an API key for operations with {@link Guarded} and {@link KeyChecked}, before the body is read (RFC 6750). */
@Singleton
final class GuardFilter {
    static final String API_KEY = "X-Api-Key";
    static final String SCHEME = "Bearer ";
    static final String KEY_NEEDED = "An API key is needed, as Authorization: Bearer or X-Api-Key";
    static final String CHALLENGE = "Bearer realm=\"mintmark\"";
    private static final String INVALID = CHALLENGE + ", error=\"invalid_token\"";

    /** Looked up late, like the metrics: filters are created before the settings can be read. */
    private final Instance<Guard> guard;

    private final Instance<MeterRegistry> metrics;

    GuardFilter(Instance<Guard> guard, Instance<MeterRegistry> metrics) {
        this.guard = guard;
        this.metrics = metrics;
    }

    /** Registers the counter of rejections with zero, so that an alert sees the first one. */
    void begin(@Observes StartupEvent event) {
        if (!guard.get().isOpen()) {
            counter("refused", Caller.NONE);
        }
    }

    /** Runs on the event loop, so that a caller without a key takes no worker thread. */
    @Guarded
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION)
    @Nullable
    Response check(HttpHeaders headers, RoutingContext request) {
        if (guard.get().isOpen()) {
            return null;
        }
        Set<String> presented = presentedKeys(headers);
        if (presented.isEmpty()) {
            return refuse(KEY_NEEDED, CHALLENGE);
        }
        if (presented.size() > 1) {
            return refuse("More than one API key is presented", INVALID);
        }
        Optional<String> caller = guard.get().callerOf(presented.iterator().next());
        if (caller.isEmpty()) {
            return refuse("The API key is unknown", INVALID);
        }
        count("accepted", caller.get());
        Caller.remember(request, caller.get());
        return null;
    }

    /** The same for operations that only need a key in part: a request without a key passes. */
    @KeyChecked
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION)
    @Nullable
    Response checkPresented(HttpHeaders headers, RoutingContext request) {
        return presentedKeys(headers).isEmpty() ? null : check(headers, request);
    }

    private static Set<String> presentedKeys(HttpHeaders headers) {
        Set<String> keys = new LinkedHashSet<>(headers.getRequestHeader(API_KEY));
        Stream<String> credentials = headers.getRequestHeader(HttpHeaders.AUTHORIZATION).stream();
        credentials
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .forEach(value -> keys.add(value.substring(SCHEME.length()).strip()));
        return keys;
    }

    private Response refuse(String detail, String challenge) {
        count("refused", Caller.NONE);
        Response problem = Problem.of(ProblemType.UNAUTHORIZED, detail).toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    private void count(String outcome, String caller) {
        counter(outcome, caller).increment();
    }

    private Counter counter(String outcome, String caller) {
        return Counter.builder("mintmark.guard.requests")
                .description("Requests that the guard accepted or refused, by the name of the caller's API key")
                .tags("outcome", outcome, "caller", caller)
                .register(metrics.get());
    }
}
