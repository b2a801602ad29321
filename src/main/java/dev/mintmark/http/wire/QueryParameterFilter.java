package dev.mintmark.http.wire;

import dev.mintmark.http.problem.InvalidBodyException;
import dev.mintmark.http.problem.Problem;
import dev.mintmark.service.body.Pointers;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Refuses query parameters at the POST operations of the JSON API, which have none: a caller who sends members of a request
 * there would not notice that they have no effect. OAuth endpoints ignore unknown parameters (RFC 6749 section 3.1).
 */
final class QueryParameterFilter {
    private static final String UNKNOWN_PARAMETER = "unknown-parameter";

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.ENTITY_CODER - 1)
    void check(RoutingContext routing, SimpleResourceInfo resource) {
        HttpServerRequest request = routing.request();
        String query = request.query();
        if (query == null || query.isEmpty() || !request.method().equals(HttpMethod.POST) || !readsJson(resource)) {
            return;
        }
        throw new InvalidBodyException(Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2)[0])
                .distinct()
                .limit(10)
                .map(QueryParameterFilter::unknown)
                .toList());
    }

    private static Problem.Member unknown(String name) {
        String shown = Pointers.isShown(name) ? " \"" + name + '"' : "";
        return new Problem.Member(
                "",
                UNKNOWN_PARAMETER,
                "Unknown query parameter" + shown + ". The operation has none: send members in the JSON body.");
    }

    /** Reflection is slow, but only requests with a query need it. */
    private static boolean readsJson(SimpleResourceInfo resource) {
        Class<?> type = resource.getResourceClass();
        return Stream.concat(
                        Stream.ofNullable(type.getAnnotation(Consumes.class)),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.getName().equals(resource.getMethodName()))
                                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Consumes.class))))
                .anyMatch(consumes -> List.of(consumes.value()).contains(MediaType.APPLICATION_JSON));
    }
}
