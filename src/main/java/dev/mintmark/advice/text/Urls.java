package dev.mintmark.advice.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** URLs in tokens, classified by their text alone. Nothing is fetched or resolved. */
public final class Urls {
    private static final int HTTPS_PORT = 443;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern PRIVATE = Pattern.compile(
            "(?:127|10)\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|192\\.168\\..*|169\\.254\\..*|0\\.0\\.0\\.0"
                    + "|\\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)]"
                    + "|localhost|.*\\.(?:localhost|internal|local)");

    private Urls() {}

    public static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public static String host(URI url) {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    public static boolean isIpAddress(String host) {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }

    static boolean isPrivate(String host) {
        return PRIVATE.matcher(host).matches();
    }

    /** Whether the host is known only on one machine or in a cluster: loopback, one label, {@code *.svc}. */
    public static boolean isLocal(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || (!host.isEmpty() && host.indexOf('.') < 0 && !host.startsWith("["))
                || host.endsWith(".svc")
                || host.endsWith(".svc.cluster.local");
    }

    /** A further danger of fetching keys from the URL, as the end of a sentence; the empty string if none. */
    public static String dangerOfFetching(String text, Optional<String> issuer) {
        Optional<URI> parsed = parse(text);
        if (parsed.isEmpty()) {
            return "is not a URL";
        }
        URI url = parsed.get();
        String host = host(url);
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return "is not https";
        }
        if (host.isEmpty() || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return "has user info, a fragment or no host";
        }
        if (isIpAddress(host) || isPrivate(host) || host.indexOf('.') < 0) {
            return "points to an IP address or a private host";
        }
        if (url.getPort() != -1 && url.getPort() != HTTPS_PORT) {
            return "names a port other than 443";
        }
        return issuer.flatMap(Urls::parse)
                .filter(iss -> !host(iss).isEmpty() && !host(iss).equals(host))
                .map(iss -> "is not on the issuer's host")
                .orElse("");
    }
}
