/**
 * Mintmark inside a JVM test: an OpenID Connect provider on a loopback port, tokens with any claims, a clock that moves
 * and keys that rotate.
 *
 * <p>{@link dev.mintmark.testing.Mintmark} is the start. Only {@link dev.mintmark.testing.MintmarkExtension} needs JUnit.
 */
@NullMarked
package dev.mintmark.testing;

import org.jspecify.annotations.NullMarked;
