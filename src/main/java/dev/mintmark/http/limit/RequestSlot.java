package dev.mintmark.http.limit;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The place of one request among those in progress. A request gives it up while its body is incomplete. */
final class RequestSlot {
    private static final String KEY = "mintmark.request-slot";

    private final AtomicInteger inProgress;
    private final int maximum;
    private final AtomicBoolean isHeld = new AtomicBoolean();

    /** @param inProgress the number of requests in progress, which this slot changes */
    RequestSlot(AtomicInteger inProgress, int maximum, RoutingContext request) {
        this.inProgress = inProgress;
        this.maximum = maximum;
        request.put(KEY, this);
    }

    static RequestSlot of(RoutingContext request) {
        return Objects.requireNonNull(request.get(KEY), KEY);
    }

    /** Takes the slot; false if too many requests are in progress. */
    boolean take() {
        if (inProgress.incrementAndGet() > maximum) {
            inProgress.decrementAndGet();
            return false;
        }
        isHeld.set(true);
        return true;
    }

    /** Releases the slot if it is held. */
    void release() {
        if (isHeld.compareAndSet(true, false)) {
            inProgress.decrementAndGet();
        }
    }
}
