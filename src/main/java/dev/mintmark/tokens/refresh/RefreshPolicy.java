package dev.mintmark.tokens.refresh;

import java.time.Duration;

/**
 * How refresh tokens live.
 *
 * @param familyLifetime from the first token of a grant to the end of its last refresh token
 * @param grace within it a refresh token that is redeemed again gives the same successor; zero for never
 * @param maxTokenLength in bytes; a larger one could not be redeemed
 */
public record RefreshPolicy(Duration familyLifetime, Duration grace, int maxTokenLength) {}
