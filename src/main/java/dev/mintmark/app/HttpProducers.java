package dev.mintmark.app;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.http.guard.Guard;
import dev.mintmark.http.limit.HttpLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the settings of the HTTP interface. */
@Singleton
final class HttpProducers {
    private final MintmarkSettings settings;

    HttpProducers(MintmarkSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    Guard guard() {
        return settings.guard().apiKeysFile().map(Path::of).map(Guard::load).orElseGet(Guard::open);
    }

    @Produces
    @Singleton
    HttpLimits httpLimits(@ConfigProperty(name = "quarkus.http.read-timeout") Duration timeout) {
        return new HttpLimits(
                Math.toIntExact(settings.limits().body().asLongValue()),
                settings.limits().concurrent(),
                timeout,
                settings.keys().jwksMaxAge());
    }
}
