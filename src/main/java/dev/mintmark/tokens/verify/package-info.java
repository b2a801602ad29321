/**
 * Verifying: the checks of a token against {@link dev.mintmark.tokens.verify.Expectations expectations} and
 * {@link dev.mintmark.tokens.verify.TrustedKeys trusted keys}, and the {@link dev.mintmark.tokens.verify.Verdict verdict}.
 *
 * <p>The signature is verified first. A check that cannot be made fails, unless its absence is allowed by name.
 */
@NullMarked
package dev.mintmark.tokens.verify;

import org.jspecify.annotations.NullMarked;
