package dev.mintmark.app.settings;

import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The {@code iss} of the root issuer: {@code mintmark.issuer}, or else {@code http://localhost} with the port of the API.
 *
 * @param value the issuer
 * @param warning why the issuer is probably not the URL of this service; empty if it may be
 */
public record RootIssuer(String value, Optional<String> warning) {
    /** The issuer of a service whose port is unknown or not served over plain HTTP. */
    static final String FALLBACK = "http://localhost:8080";

    private static final int DEFAULT_PORT = 8080;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Determines the issuer.
     *
     * @param setting the value of {@code mintmark.issuer}
     */
    public static RootIssuer of(Optional<String> setting, Config config) {
        if (setting.isPresent()) {
            return new RootIssuer(setting.get(), Optional.empty());
        }
        int port = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(DEFAULT_PORT);
        if (isHttpsOnly(config)) {
            return fallback("the API is served over HTTPS only");
        }
        return port == 0
                ? fallback("the port is chosen at each start")
                : new RootIssuer("http://localhost:" + port, Optional.empty());
    }

    private static RootIssuer fallback(String reason) {
        return new RootIssuer(
                FALLBACK,
                Optional.of("mintmark.issuer is not set, and " + reason + ": the issuer is " + FALLBACK
                        + ". Set mintmark.issuer to the URL of this service."));
    }

    /** Whether plain HTTP is turned off. */
    public static boolean isHttpsOnly(Config config) {
        return config.getOptionalValue("quarkus.http.insecure-requests", String.class)
                .filter(value -> value.strip().equalsIgnoreCase("disabled"))
                .isPresent();
    }

    /**
     * Says that clients which follow the issuer do not reach this service.
     *
     * @param listening the port on which the API listens; 0 if it is unknown
     */
    public Optional<String> warning(int listening) {
        return warning.or(() -> port().filter(port -> listening > 0 && port != listening)
                .map(port -> "The issuer " + value + " has port " + port + ", but the API listens on port " + listening
                        + ". Clients find the JWKS only if a proxy or a port mapping connects the two; else set"
                        + " mintmark.issuer."));
    }

    /** The port of an issuer that is a URL. */
    private Optional<Integer> port() {
        try {
            URI uri = URI.create(value);
            if (uri.getPort() >= 0) {
                return Optional.of(uri.getPort());
            }
            return Optional.ofNullable(uri.getScheme())
                    .filter(scheme -> uri.getHost() != null && scheme.startsWith("http"))
                    .map(scheme -> scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
