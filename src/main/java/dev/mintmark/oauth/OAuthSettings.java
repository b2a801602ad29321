package dev.mintmark.oauth;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of {@code mintmark.oauth.*}.
 *
 * @param enabled whether any endpoint is served
 * @param issuer {@code mintmark.issuer}: the root issuer, and the base of the others
 * @param origins other origins under which clients reach the service, for example {@code http://mintmark.svc:8080}
 * @param isIssuerByOrigin whether each origin has issuers of its own
 * @param redirectHosts the hosts to which unregistered redirect URIs may lead without a click
 * @param hasScopedIdTokenClaims whether ID tokens carry the claims of the granted scopes
 * @param isLoginHinted whether {@code login_hint} signs a user in without a page
 * @param isGuarded whether API key authentication is on
 * @param hasFaults whether tickets and the file may order faults
 */
public record OAuthSettings(
        boolean enabled,
        String issuer,
        List<String> origins,
        boolean isIssuerByOrigin,
        RedirectHosts redirectHosts,
        boolean hasScopedIdTokenClaims,
        boolean isLoginHinted,
        boolean isGuarded,
        boolean hasFaults) {
    /**
     * Checks the origins.
     *
     * @throws IllegalArgumentException for an origin that is not scheme, host and port
     */
    public OAuthSettings {
        origins = origins.stream()
                .map(text -> origin(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "mintmark.oauth.origins must list origins such as http://mintmark.svc:8080")))
                .toList();
    }

    /** The scheme, host and port of a URL without a path, in lower case and without a default port. */
    static Optional<String> origin(String url) {
        try {
            URI uri = URI.create(url);
            String path = String.valueOf(uri.getRawPath());
            boolean bare = (path.isEmpty() || path.equals("/")) && uri.getRawQuery() == null;
            return bare ? originOf(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The origin of an absolute http or https URL (RFC 6454 section 4). */
    public static Optional<String> originOf(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        int byDefault = scheme.equals("https") ? 443 : 80;
        boolean hasPort = uri.getPort() >= 0 && uri.getPort() != byDefault;
        return Optional.of(
                scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (hasPort ? ":" + uri.getPort() : ""));
    }
}
