/**
 * The workshop: what is asked for, what is allowed, minting and verifying.
 *
 * <p>Owns {@link dev.mintmark.tokens.TokenSpec}, {@link dev.mintmark.tokens.Expectations} and
 * {@link dev.mintmark.tokens.Verdict}. Must not know advice, wire formats or where keys come from.
 *
 * <p>A spec holds the key that will sign: the desk picks it from the snapshot of the ring that its request started
 * with, so that a caller picks a key and {@code alg} and {@code kid} follow from it, and a batch picks it once.
 */
@NullMarked
package dev.mintmark.tokens;

import org.jspecify.annotations.NullMarked;
