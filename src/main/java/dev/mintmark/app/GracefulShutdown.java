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
 * Takes no further request from the moment on in which Quarkus waits for those under way: otherwise the wait would never
 * end under load, and be cut short together with what it waits for.
 */
@Singleton
final class GracefulShutdown {
    /** The door closes so much before the wait begins, so that nothing slips in between. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    private final ConcurrencyLimit ceiling;
    private final Vertx vertx;
    private final Duration delay;

    GracefulShutdown(
            ConcurrencyLimit ceiling,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.ceiling = ceiling;
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        Duration open = delay.minus(MARGIN);
        if (open.isNegative() || open.isZero()) {
            ceiling.close();
            return;
        }
        vertx.setTimer(open.toMillis(), over -> ceiling.close());
    }
}
