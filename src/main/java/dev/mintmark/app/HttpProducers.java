package dev.mintmark.app;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.app.settings.RootIssuer;
import dev.mintmark.http.drill.DrillSwitch;
import dev.mintmark.http.guard.Guard;
import dev.mintmark.http.guard.OriginPolicy;
import dev.mintmark.http.limit.HttpLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** With API key authentication the service may be shared, and bad tokens are for those who ask for them. */
    @Produces
    @Singleton
    DrillSwitch drills(Guard guard) {
        return new DrillSwitch(settings.drills().enabled().orElse(guard.isOpen()));
    }

    @Produces
    @Singleton
    OriginPolicy originPolicy(
            RootIssuer issuer,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean isCorsEnabled,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> corsOrigins) {
        Stream<String> urls = Stream.concat(
                Stream.of(issuer.value()), settings.oauth().origins().stream().flatMap(List::stream));
        Stream<String> own = urls.flatMap(url -> hostOf(url).stream());
        Stream<String> listed = settings.http().hosts().stream().flatMap(List::stream);
        List<String> shared = isCorsEnabled ? corsOrigins.orElse(List.of()) : List.of();
        return OriginPolicy.of(Stream.concat(own, listed).toList(), shared);
    }

    /** The host of an issuer or origin; an issuer need not be a URL. */
    private static Optional<String> hostOf(String url) {
        try {
            return Optional.ofNullable(new URI(url.strip()).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
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
