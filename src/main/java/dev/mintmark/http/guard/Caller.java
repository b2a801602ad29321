package dev.mintmark.http.guard;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who calls, by the name of the API key; kept with the request, where {@code %{d,caller}} of the access log finds it. */
public final class Caller {
    /** What metrics say where no caller is known. */
    public static final String NONE = "none";

    private static final String KEY = "caller";

    private Caller() {}

    static void remember(RoutingContext request, String name) {
        request.put(KEY, name);
    }

    /** The name of the key that the guard accepted; nothing where there is no guard, or the operation is open. */
    public static Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }
}
