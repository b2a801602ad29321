package dev.mintmark.oauth;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts to which an unregistered redirect URI may lead without a click.
 *
 * @param patterns {@code loopback}, a host name, or {@code *.} and a suffix
 */
public record RedirectHosts(List<String> patterns) {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|\\[::1]");
    private static final Pattern WELL_FORMED =
            Pattern.compile("loopback|(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]");

    /**
     * Checks the patterns.
     *
     * @throws IllegalArgumentException for one that is not of the three forms
     */
    public RedirectHosts {
        patterns = patterns.stream()
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!patterns.stream().allMatch(pattern -> WELL_FORMED.matcher(pattern).matches())) {
            throw new IllegalArgumentException(
                    "mintmark.oauth.redirect-hosts must list loopback, host names, or *. and a suffix");
        }
    }

    /** Whether this is localhost, an address of 127.0.0.0/8 or ::1 (RFC 8252 section 7.3). */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether the host, of a URI without its port, matches a pattern. */
    public boolean allow(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String host) {
        if (pattern.equals("loopback")) {
            return isLoopback(host);
        }
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
