package dev.mintmark.app;

import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.keys.KeyRing;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** What probes learn of the keys: started when all are there; ready while there are good ones, be they the last. */
@Singleton
final class KeyHealth {
    private final KeyCabinet cabinet;

    KeyHealth(KeyCabinet cabinet) {
        this.cabinet = cabinet;
    }

    @Produces
    @Singleton
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("keys")
                .status(cabinet.complete().isPresent())
                .build();
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck ready() {
        return () -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named("keys")
                    .status(cabinet.ring().isPresent())
                    .withData("ephemeral", cabinet.isEphemeral())
                    .withData(
                            "generation",
                            cabinet.ring().map(KeyRing::generation).orElse(0));
            cabinet.lastRefusal().ifPresent(reason -> response.withData("refused", reason));
            return response.build();
        };
    }
}
