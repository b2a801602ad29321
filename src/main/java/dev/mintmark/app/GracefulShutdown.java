package dev.mintmark.app;

import dev.mintmark.http.limit.ConcurrencyLimit;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses further requests once Quarkus waits for those in progress. Otherwise the wait does not end under load, and its
 * timeout cuts off the requests in progress.
 */
@Singleton
final class GracefulShutdown {
    /** Requests are refused this long before the wait begins, so that none arrives in between. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    private final ConcurrencyLimit limit;
    private final Vertx vertx;
    private final Duration delay;

    GracefulShutdown(
            ConcurrencyLimit limit,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.limit = limit;
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        Duration accepting = delay.minus(MARGIN);
        if (accepting.isNegative() || accepting.isZero()) {
            limit.close();
            return;
        }
        vertx.setTimer(accepting.toMillis(), elapsed -> limit.close());
    }
}
