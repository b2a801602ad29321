package dev.mintmark.service;

import dev.mintmark.drills.Suite;

/**
 * A suite with its name.
 *
 * @param id the sealed name, by which the canary knows the suite for 10 minutes
 * @param issuer the {@code iss} of its tokens
 * @param suite the tokens
 */
public record DrillResult(String id, String issuer, Suite suite) {}
