package dev.mintmark.app;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Probes of the keys: started when all keys are available, ready while there is a valid ring, even an older one. */
@Singleton
final class KeyHealth {
    private final KeyRings keyRings;

    KeyHealth(Issuers issuers) {
        this.keyRings = issuers.root().keyRings();
    }

    @Produces
    @Singleton
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("keys")
                .status(keyRings.complete().isPresent())
                .build();
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck ready() {
        return () -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named("keys")
                    .status(keyRings.ring().isPresent())
                    .withData("ephemeral", keyRings.isEphemeral())
                    .withData(
                            "generation",
                            keyRings.ring().map(KeyRing::generation).orElse(0));
            keyRings.lastError().ifPresent(reason -> response.withData("refused", reason));
            return response.build();
        };
    }
}
