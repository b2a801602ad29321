package dev.mintmark.service.read;

import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The issuers that drills may name: those of the service, and names that are never those of a real provider. */
final class DrillIssuers {
    private static final String POINTER = "/issuer";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern LOCAL = Pattern.compile(".+\\.(svc|svc\\.cluster\\.local|example|test)");

    private DrillIssuers() {}

    /**
     * The issuer of the request, or the root issuer.
     *
     * @throws MalformedRequestException if it is longer than a text may be
     * @throws PolicyViolationException if it could be the name of a real provider
     */
    static String admit(Optional<String> given, Issuer root) {
        String issuer =
                StringMembers.bounded(POINTER, given, RequestLimits.TEXT).orElse(root.value());
        boolean isOwn =
                issuer.equals(root.value()) || issuer.startsWith(root.value().replaceFirst("/+$", "") + "/issuers/");
        if (!isOwn && !isLocal(issuer)) {
            throw new PolicyViolationException(
                    POINTER,
                    "Drills are signed for an issuer of this service, or for a loopback, .svc, .example or .test host");
        }
        return issuer;
    }

    private static boolean isLocal(String issuer) {
        try {
            URI uri = URI.create(issuer);
            boolean isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!isHttp || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return false;
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return LOOPBACK.matcher(host).matches() || LOCAL.matcher(host).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
