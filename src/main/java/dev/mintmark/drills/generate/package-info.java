/**
 * Makes the tokens of the drills: one generator for each drill of the catalogue, in families.
 *
 * <p>Exactly one thing is wrong with each token, and everything else verifies. Good tokens and those that are signed after a
 * change have the issuer's keys; the attacker's key is one per process and in no JWKS. Every payload that can carry a claim
 * has {@code tct} with the id of its drill, so that logs can be traced. Knows neither HTTP nor the clock.
 */
@NullMarked
package dev.mintmark.drills.generate;

import org.jspecify.annotations.NullMarked;
