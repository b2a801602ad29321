package dev.mintmark.http.guard;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

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
}
