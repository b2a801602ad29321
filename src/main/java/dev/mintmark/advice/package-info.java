/**
 * Security advice: runs the rules of a {@linkplain dev.mintmark.advice.Catalogue catalogue} over a token, a token
 * request, a key, a key set or a secret, and reports the findings.
 *
 * <p>Rules read views ({@code TokenView}, {@code KeyView}, {@code KeySetView}) of unverified input and write to
 * {@code Findings}. The catalogue is a value that the composition passes in, so this package does not know the rules.
 *
 * <p>Does not know minting and verifying: advice is not a verdict. Facts about keys and the form of tokens come from
 * {@code jose}. Nothing is fetched or resolved. Reports never contain a secret, a whole
 * token or an unmasked sensitive value.
 */
@NullMarked
package dev.mintmark.advice;

import org.jspecify.annotations.NullMarked;
