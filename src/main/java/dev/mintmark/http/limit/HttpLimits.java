package dev.mintmark.http.limit;

import java.time.Duration;

/**
 * Bounds at the door.
 *
 * @param body the largest request body in bytes; above it a 413
 * @param concurrent the most requests under way at once; above it a 503
 * @param timeout how long a body may take to arrive
 * @param jwksMaxAge how long caches may keep the JWKS
 */
public record HttpLimits(int body, int concurrent, Duration timeout, Duration jwksMaxAge) {
    /** Beyond it the server's own limit ({@code quarkus.http.limits.max-body-size}) would answer, without a body. */
    private static final int MAX_BODY = 8 * 1024 * 1024;

    /** @throws IllegalArgumentException for a body of more than 8 MiB */
    public HttpLimits {
        if (body < 1 || body > MAX_BODY) {
            throw new IllegalArgumentException("mintmark.limits.body must be 1 byte to 8 MiB");
        }
    }
}
