package dev.mintmark.http.limit;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The end of one request: a complete response, an error or a lost connection. It owns what the request holds, and releases
 * it exactly once.
 */
public final class RequestEnd {
    private static final String KEY = "mintmark.request-end";

    private final List<Runnable> actions = new ArrayList<>();
    private boolean ended;

    private RequestEnd() {}

    /** Starts to observe a request; must run on its event loop before any other filter. */
    static RequestEnd observe(RoutingContext request) {
        RequestEnd end = new RequestEnd();
        request.put(KEY, end);
        request.addEndHandler(result -> end.reach());
        return end;
    }

    /** The end of the request, which {@link ConcurrencyLimit} observes. */
    public static RequestEnd of(RoutingContext request) {
        return Objects.requireNonNull(request.get(KEY), KEY);
    }

    /** Runs the action when the request ends, or now if it has ended. May be called from any thread. */
    public void then(Runnable action) {
        synchronized (actions) {
            if (!ended) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /** Ends the request now; a later end has no effect. */
    void reach() {
        List<Runnable> all;
        synchronized (actions) {
            all = List.copyOf(actions);
            actions.clear();
            ended = true;
        }
        all.forEach(Runnable::run);
    }
}
