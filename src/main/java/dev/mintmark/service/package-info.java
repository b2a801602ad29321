/**
 * The application layer: turns a request into a token specification, and composes minting, verifying, explaining and
 * advising, so that every interface (HTTP today) gives the same answer.
 *
 * <p>Must not know HTTP or CDI. The service picks the signing key from the snapshot of the key ring, because only here are
 * algorithm, key id and the caller's own key seen together.
 *
 * <p>Every result is reported to {@link dev.mintmark.service.TokenEvents}, here and not in {@code tokens}: only the service
 * knows whether a token was handed out to a caller, and it also sees the advice.
 */
@NullMarked
package dev.mintmark.service;

import org.jspecify.annotations.NullMarked;
