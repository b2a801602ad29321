package dev.mintmark.oauth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of an issuer in its URL: 1 to 4 segments, or none for the root issuer. Every well-formed name is an issuer.
 *
 * @param path for example {@code acme} or {@code tenant/v2.0}; empty for the root issuer
 */
public record IssuerName(String path) {
    /** The issuer that {@code mintmark.issuer} names. */
    public static final IssuerName ROOT = new IssuerName("");

    private static final int MAX_SEGMENTS = 4;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    /** Segments that are, or will be, endpoints: an issuer of such a name would hide one. */
    private static final Set<String> RESERVED = Set.of(
            ".",
            "..",
            ".well-known",
            "authorize",
            "forward-auth",
            "introspect",
            "jwks",
            "login",
            "logout",
            "register",
            "revoke",
            "session",
            "tickets",
            "token",
            "userinfo");

    /** The issuer of a path such as {@code acme}; empty if no issuer can have this name. */
    public static Optional<IssuerName> parse(String path) {
        List<String> segments = List.of(path.split("/", -1));
        boolean wellFormed = segments.size() <= MAX_SEGMENTS
                && segments.stream()
                        .allMatch(segment -> SEGMENT.matcher(segment).matches() && !RESERVED.contains(segment));
        return wellFormed ? Optional.of(new IssuerName(path)) : Optional.empty();
    }

    public boolean isRoot() {
        return path.isEmpty();
    }

    /** The path of its endpoints below the base URL: {@code /oauth2} or {@code /issuers/acme}. */
    public String endpointPath() {
        return isRoot() ? "/oauth2" : "/issuers/" + path;
    }
}
