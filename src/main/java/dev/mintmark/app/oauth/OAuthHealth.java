package dev.mintmark.app.oauth;

import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.config.OAuthConfig;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Reports on OAuth to probes. Always up: the last valid users and clients remain in use. */
@Readiness
@Singleton
final class OAuthHealth implements HealthCheck {
    private final OAuthFile file;
    private final OAuthIssuers issuers;

    OAuthHealth(OAuthFile file, OAuthIssuers issuers) {
        this.file = file;
        this.issuers = issuers;
    }

    @Override
    public HealthCheckResponse call() {
        OAuthConfig config = file.configs().get();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("oauth")
                .up()
                .withData("served", issuers.areServed())
                .withData("users", config.users().size())
                .withData("clients", config.clients().size());
        file.lastError().ifPresent(reason -> response.withData("rejected", reason));
        return response.build();
    }
}
