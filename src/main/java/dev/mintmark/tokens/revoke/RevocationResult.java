package dev.mintmark.tokens.revoke;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import java.time.Instant;

/**
 * The result of a revocation.
 *
 * @param kind a token, a family or a subject
 * @param revocation the revocation that is now in force
 * @param until end of the stored entry; all covered tokens have expired by then
 * @param acknowledgeAt the earliest time to acknowledge the revocation. Because {@code iat} has whole seconds, a subject's
 *     tokens of the current second are all revoked; those minted after the acknowledgement must not be
 */
public record RevocationResult(RevocationKey.Kind kind, Revocation revocation, Instant until, Instant acknowledgeAt) {}
