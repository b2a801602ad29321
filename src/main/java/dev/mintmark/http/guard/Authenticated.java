package dev.mintmark.http.guard;

import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Says whether a request to an operation with {@link KeyChecked} may do what needs an API key. */
@Singleton
public class Authenticated {
    private final Guard guard;

    Authenticated(Guard guard) {
        this.guard = guard;
    }

    /** Whether API key authentication is off, or the request has a valid key. */
    public boolean mayMint(RoutingContext request) {
        return guard.isOpen() || Caller.of(request).isPresent();
    }

    /** The response to a request that needs an API key and has none. */
    public static Response keyMissing() {
        return Response.fromResponse(Problem.of(ProblemType.UNAUTHORIZED, GuardFilter.KEY_NEEDED)
                        .toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, GuardFilter.CHALLENGE)
                .build();
    }
}
