package dev.mintmark.http.guard;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides from {@code Origin} (RFC 6454) which web pages may use operations that create or revoke something. A page may if its
 * host is that of the request and is known, or if its origin is allowed by CORS. Without this check, DNS rebinding would let
 * every page on the web mint tokens at a service on localhost: browsers take the two for one origin.
 */
public final class OriginPolicy {
    /** The setting that lists further hosts; error messages use it. */
    public static final String SETTING = "mintmark.http.hosts";

    private static final Pattern ORIGIN = Pattern.compile("https?://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:[0-9]{1,5})?");

    private static final String NO_HOST =
            "The header Origin does not name the host of a web page. Only pages of known hosts (" + SETTING
                    + ") and of CORS origins (quarkus.http.cors.origins) may use this operation.";
    private static final String OTHER_HOST =
            "The header Origin names another host than the request. If a proxy changes the "
                    + "header Host, let it keep Host, and list the host in " + SETTING
                    + ". Pages of other services need an entry in quarkus.http.cors.origins.";
    private static final String UNKNOWN_HOST =
            "The host of the page and of the request is not known to the service. If it is "
                    + "a name of the service, add it to " + SETTING + ".";

    private final KnownHosts hosts;
    private final CorsOrigins shared;

    private OriginPolicy(KnownHosts hosts, CorsOrigins shared) {
        this.hosts = hosts;
        this.shared = shared;
    }

    /**
     * The policy of a service.
     *
     * @param hosts known hosts, beside those that are not in the public DNS
     * @param corsOrigins the value of {@code quarkus.http.cors.origins}; empty if CORS is off
     * @throws IllegalArgumentException for a host that has a scheme, a port or a wildcard
     */
    public static OriginPolicy of(Collection<String> hosts, List<String> corsOrigins) {
        return new OriginPolicy(KnownHosts.of(hosts), new CorsOrigins(corsOrigins));
    }

    /**
     * The error of a request with these headers {@code Origin}, or empty if it is allowed.
     *
     * @param origins at least one; a browser sends one
     * @param requestHost the host that the request was sent to, without its port; empty if it has none
     */
    Optional<String> error(List<String> origins, String requestHost) {
        if (origins.size() != 1) {
            return Optional.of(NO_HOST);
        }
        if (shared.contain(origins.get(0))) {
            return Optional.empty();
        }
        Matcher origin = ORIGIN.matcher(origins.get(0).toLowerCase(Locale.ROOT));
        if (!origin.matches()) {
            return Optional.of(NO_HOST);
        }
        String host = origin.group(1);
        if (!host.equals(requestHost.toLowerCase(Locale.ROOT))) {
            return Optional.of(OTHER_HOST);
        }
        return hosts.contain(host) ? Optional.empty() : Optional.of(UNKNOWN_HOST);
    }
}
