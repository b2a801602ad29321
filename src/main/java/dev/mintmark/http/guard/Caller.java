package dev.mintmark.http.guard;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The name of the API key of a request, stored in the request context for {@code %{d,caller}} of the access log. */
public final class Caller {
    /** The label in metrics if no caller is known. */
    public static final String NONE = "none";

    private static final String KEY = "caller";

    private Caller() {}

    static void remember(RoutingContext request, String name) {
        request.put(KEY, name);
    }

    /** The name of the API key that was accepted; empty if the operation did not require one. */
    public static Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }
}
