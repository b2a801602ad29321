/**
 * The vocabulary that minting, verifying, refreshing and revoking share: the issuer, the type of a token, a violation of
 * policy, and the revocation store.
 *
 * <p>The store's interface lies here and not in {@code tokens.revoke}, because verification asks it and revocation writes
 * to it, and neither of the two may import the other's work. Must not know advice, wire formats or where keys come from.
 */
@NullMarked
package dev.mintmark.tokens;

import org.jspecify.annotations.NullMarked;
