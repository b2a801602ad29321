package dev.mintmark.tokens.refresh;

import java.time.Duration;

/**
 * The lifetimes and limits of refresh tokens.
 *
 * @param familyLifetime from the first token of a grant to the latest expiry of its refresh tokens
 * @param grace period in which redeeming a refresh token again returns the same successor; zero disables it
 * @param maxTokenLength in bytes; a larger refresh token could not be redeemed
 */
public record RefreshPolicy(Duration familyLifetime, Duration grace, int maxTokenLength) {}
