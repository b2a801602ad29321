package dev.mintmark.app;

import dev.mintmark.http.guard.Guard;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The readiness of API key authentication. Always up, because the last valid callers stay accepted. */
@Readiness
@Singleton
final class GuardHealth implements HealthCheck {
    private final Guard guard;

    GuardHealth(Guard guard) {
        this.guard = guard;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("guard")
                .up()
                .withData("open", guard.isOpen())
                .withData("callers", guard.callers());
        guard.lastError().ifPresent(reason -> response.withData("refused", reason));
        return response.build();
    }
}
