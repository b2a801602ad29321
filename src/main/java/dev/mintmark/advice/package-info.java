/**
 * Security advice: runs the rules of a {@linkplain dev.mintmark.advice.Catalogue catalogue} over a token, a token request,
 * a key, a key set or a secret, and reports what they find.
 *
 * <p>Rules read views ({@code TokenView}, {@code KeyView}, {@code KeySetView}) of unverified input and write to
 * {@code Findings}. The catalogue is a value that the composition passes in, so this package does not know the rules.
 *
 * <p>Knows nothing of minting and verifying: advice is not a verdict. Facts about keys and the form of tokens come from
 * {@code jose}. Nothing is fetched or resolved. A secret, a whole token or a sensitive value that a rule finds never gets
 * into a report.
 */
@NullMarked
package dev.mintmark.advice;

import org.jspecify.annotations.NullMarked;
