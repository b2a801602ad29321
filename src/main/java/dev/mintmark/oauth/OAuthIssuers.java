package dev.mintmark.oauth;

import dev.mintmark.tokens.Issuer;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Resolves an issuer by its name and by the origin at which a request arrived. The origin is looked up in a list and
 * otherwise ignored, so a Host header never gets into an {@code iss}.
 */
public final class OAuthIssuers {
    private final OAuthSettings settings;
    private final Function<IssuerName, Optional<String>> overrides;
    private final Optional<String> canonicalOrigin;
    private final String basePath;

    /** @param overrides the exact {@code iss} of an issuer, where the configuration sets one */
    public OAuthIssuers(OAuthSettings settings, Function<IssuerName, Optional<String>> overrides) {
        this.settings = settings;
        this.overrides = overrides;
        Optional<URI> uri = uri(settings.issuer());
        this.canonicalOrigin = uri.flatMap(OAuthSettings::originOf);
        this.basePath = uri.map(URI::getRawPath).orElse("").replaceFirst("/+$", "");
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the endpoints are served: they are enabled, and {@code mintmark.issuer} is an http or https URL. */
    public boolean areServed() {
        return settings.enabled() && canonicalOrigin.isPresent();
    }

    /** The path of {@code mintmark.issuer}, for example {@code /auth}; empty if it has none. */
    public String basePath() {
        return basePath;
    }

    /** Whether browsers reach the service by https. */
    public boolean isHttps() {
        return canonicalOrigin.filter(origin -> origin.startsWith("https:")).isPresent();
    }

    /**
     * The issuer as a request at this origin sees it.
     *
     * @param origin scheme, host and port of the request, whatever they are
     * @throws IllegalStateException if no endpoint is served
     */
    public OAuthIssuer resolve(IssuerName name, String origin) {
        String canonical = canonicalOrigin.orElseThrow(() -> new IllegalStateException("No endpoint is served"));
        String known = OAuthSettings.origin(origin)
                .filter(settings.origins()::contains)
                .orElse(canonical);
        String own = settings.isIssuerByOrigin() ? known : canonical;
        Set<String> accepted = new LinkedHashSet<>();
        accepted.add(issuer(name, own));
        if (settings.isIssuerByOrigin()) {
            origins().forEach(each -> accepted.add(issuer(name, each)));
        }
        return new OAuthIssuer(name, new Issuer(issuer(name, own)), accepted, own + basePath, known + basePath);
    }

    /** All origins under which the service is reached, the canonical one first. */
    public List<String> origins() {
        return Stream.concat(canonicalOrigin.stream(), settings.origins().stream())
                .distinct()
                .toList();
    }

    /** Whether this {@code iss} is that of an issuer of this service, at any of its origins. */
    public boolean isServed(String iss) {
        return iss.equals(settings.issuer())
                || origins().stream()
                        .map(origin -> origin + basePath + "/issuers/")
                        .anyMatch(prefix -> iss.startsWith(prefix)
                                && IssuerName.parse(iss.substring(prefix.length()))
                                        .isPresent());
    }

    /** The root issuer's name is taken as it is written in the setting, even with a trailing slash. */
    private String issuer(IssuerName name, String origin) {
        if (name.isRoot()) {
            return canonicalOrigin.equals(Optional.of(origin)) ? settings.issuer() : origin + basePath;
        }
        return overrides.apply(name).orElseGet(() -> origin + basePath + name.endpointPath());
    }
}
