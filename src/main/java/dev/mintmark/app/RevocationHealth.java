package dev.mintmark.app;

import dev.mintmark.tokens.Revocations;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * What probes learn of the revocations. Always up: without the store tokens are still minted and decoded, and a pod that
 * is taken out of service for it would take minting away.
 */
@Readiness
@Singleton
final class RevocationHealth implements HealthCheck {
    private final Revocations revocations;

    RevocationHealth(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("revocations").up();
        if (revocations instanceof RedisRevocations redis) {
            return response.withData("store", "redis")
                    .withData("shared", true)
                    .withData("reachable", redis.isReachable())
                    .build();
        }
        return response.withData("store", "memory").withData("shared", false).build();
    }
}
