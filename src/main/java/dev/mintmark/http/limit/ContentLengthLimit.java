package dev.mintmark.http.limit;

import dev.mintmark.http.problem.BodyTooLargeException;
import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a body whose Content-Length is too large before reading it, with a problem document instead of a bare 413. */
@ApplicationScoped
class ContentLengthLimit {
    /** Runs before Quarkus' own limit, whose response has no body. */
    private static final int FIRST = 1000;

    private final HttpLimits limits;

    ContentLengthLimit(HttpLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isTooLarge(length)) {
            context.next();
            return;
        }
        BodyTooLargeException tooLarge = new BodyTooLargeException(limits.body());
        Problem.of(ProblemType.TOO_LARGE, tooLarge.detail()).send(context.request());
    }

    private boolean isTooLarge(String length) {
        try {
            return Long.parseLong(length) > limits.body();
        } catch (NumberFormatException e) {
            // Netty refuses a malformed length; a number that does not fit a long is too large.
            return true;
        }
    }
}
