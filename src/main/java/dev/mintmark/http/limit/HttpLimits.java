package dev.mintmark.http.limit;

import java.time.Duration;

/**
 * The limits of the HTTP interface.
 *
 * @param body the maximum size of a request body in bytes; a larger one gets a 413
 * @param concurrent the maximum number of requests in progress at once; a further one gets a 503
 * @param timeout the time in which a body must arrive
 * @param jwksMaxAge the {@code max-age} of the JWKS
 */
public record HttpLimits(int body, int concurrent, Duration timeout, Duration jwksMaxAge) {
    /** Above it the server's own limit ({@code quarkus.http.limits.max-body-size}) applies, whose response has no body. */
    private static final int MAX_BODY = 8 * 1024 * 1024;

    /** @throws IllegalArgumentException for a body of more than 8 MiB */
    public HttpLimits {
        if (body < 1 || body > MAX_BODY) {
            throw new IllegalArgumentException("mintmark.limits.body must be 1 byte to 8 MiB");
        }
    }
}
