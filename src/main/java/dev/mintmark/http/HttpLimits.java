package dev.mintmark.http;

import java.time.Duration;

/**
 * Bounds at the door.
 *
 * @param body the largest request body in bytes; above it a 413
 * @param jwksMaxAge how long caches may keep the JWKS
 */
public record HttpLimits(int body, Duration jwksMaxAge) {}
