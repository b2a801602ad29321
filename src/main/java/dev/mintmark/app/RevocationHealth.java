package dev.mintmark.app;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.app.settings.MintmarkSettings.Revoking.Store;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The readiness of the revocation store. Always up: without the store, tokens are still minted and decoded, and an unready
 * pod could not do that.
 */
@Readiness
@Singleton
final class RevocationHealth implements HealthCheck {
    private final MintmarkSettings settings;
    private final MeteredRevocations revocations;

    RevocationHealth(MintmarkSettings settings, MeteredRevocations revocations) {
        this.settings = settings;
        this.revocations = revocations;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("revocations").up();
        if (settings.revocations().store() == Store.REDIS) {
            return response.withData("store", "redis")
                    .withData("shared", true)
                    .withData("reachable", revocations.isReachable())
                    .build();
        }
        return response.withData("store", "memory").withData("shared", false).build();
    }
}
