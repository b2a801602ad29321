package dev.mintmark.tokens.revoke;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import java.time.Instant;

/**
 * What was revoked.
 *
 * @param kind a token, a family or a subject
 * @param revocation since when, and up to which tokens
 * @param until so long it is remembered; by then all that it strikes has expired
 */
public record RevocationResult(RevocationKey.Kind kind, Revocation revocation, Instant until) {}
