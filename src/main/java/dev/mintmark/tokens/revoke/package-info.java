/**
 * Revoking a token, a family or all tokens of a subject, and the revocation store in memory.
 */
@NullMarked
package dev.mintmark.tokens.revoke;

import org.jspecify.annotations.NullMarked;
