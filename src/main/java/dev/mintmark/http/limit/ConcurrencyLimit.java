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

/**
 * Limits how many requests are in progress at once. A request above the limit gets a 503 at almost no cost. A request whose
 * body is incomplete does not count; {@link IncompleteBodies} limits those.
 */
@ApplicationScoped
public class ConcurrencyLimit {
    /** Runs before every filter that works on a request. */
    private static final int FIRST = 2000;

    private final int maximum;
    private final AtomicInteger inProgress = new AtomicInteger();
    private final Counter refused;
    private volatile boolean isClosed;

    ConcurrencyLimit(HttpLimits limits, IncompleteBodies incomplete, MeterRegistry metrics) {
        this.maximum = limits.concurrent();
        this.refused = Counter.builder("mintmark.requests.refused")
                .description("Requests above the limit of concurrent requests or incomplete bodies")
                .register(metrics);
        Gauge.builder("mintmark.requests.receiving", incomplete, IncompleteBodies::count)
                .description("Requests whose body is incomplete")
                .register(metrics);
        Gauge.builder("mintmark.requests.under.way", inProgress, AtomicInteger::get)
                .description("Requests with a complete body whose response is not complete")
                .register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    /** Refuses further requests; those in progress continue. */
    public void close() {
        isClosed = true;
    }

    private void admit(RoutingContext context) {
        RequestEnd end = RequestEnd.observe(context);
        RequestSlot slot = new RequestSlot(inProgress, maximum, context);
        if (!slot.take()) {
            countRefused();
            Problem.of(ProblemType.UNAVAILABLE, "Too many requests are in progress")
                    .send(context.request());
            return;
        }
        end.then(slot::release);
        if (isClosed) {
            Problem.of(ProblemType.UNAVAILABLE, "The service is stopping").send(context.request());
            return;
        }
        context.next();
    }

    void countRefused() {
        refused.increment();
    }
}
