/**
 * Minting: what a token request may contain, the defaults that complete it, and the signed token.
 *
 * <p>A {@link dev.mintmark.tokens.mint.TokenSpec} holds the key that will sign. The service picks it from the snapshot of
 * the key ring that its request started with, so {@code alg} and {@code kid} always follow from the key, and a batch picks
 * it once.
 */
@NullMarked
package dev.mintmark.tokens.mint;

import org.jspecify.annotations.NullMarked;
