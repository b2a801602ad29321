package dev.mintmark.http.limit;

import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many requests are under way at once: one more costs next to nothing and is told to come again. */
@ApplicationScoped
public class ConcurrencyLimit {
    /** Before all that works on a request. */
    private static final int FIRST = 2000;

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Counter refused;
    private volatile boolean isClosed;

    ConcurrencyLimit(HttpLimits limits, MeterRegistry metrics) {
        this.most = limits.concurrent();
        this.refused = Counter.builder("mintmark.requests.refused")
                .description("Requests that were one too many at once")
                .register(metrics);
        Gauge.builder("mintmark.requests.under.way", underWay, AtomicInteger::get)
                .description("Requests whose answer is not complete")
                .register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    /** Takes no further request; those under way go on. */
    public void close() {
        isClosed = true;
    }

    private void admit(RoutingContext context) {
        // Whatever ends a request, an answer, an error, a closed connection, ends it once.
        context.addEndHandler(ended -> underWay.decrementAndGet());
        if (underWay.incrementAndGet() > most) {
            refused.increment();
            Problem.of(ProblemType.UNAVAILABLE, "Too many requests are under way")
                    .send(context.response());
            return;
        }
        if (isClosed) {
            Problem.of(ProblemType.UNAVAILABLE, "The service is stopping").send(context.response());
            return;
        }
        context.next();
    }
}
