/**
 * The issuers of the service: each has its name, its keys and its token defaults.
 *
 * <p>Code asks {@link dev.mintmark.issuer.Issuers} for an {@link dev.mintmark.issuer.IssuerContext} and takes keys and
 * defaults from it, so that an issuer may get keys of its own in one place. Today all issuers share one key ring. Lies
 * below {@code service} and {@code oauth}, which both need it and must not import each other.
 */
@NullMarked
package dev.mintmark.issuer;

import org.jspecify.annotations.NullMarked;
